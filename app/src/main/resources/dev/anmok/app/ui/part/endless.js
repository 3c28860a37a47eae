// A long list that is asked for page by page while one scrolls, or by a button.
import { useEffect, useRef, useState } from '../lib/hooks.js';
import { h, tags } from '../kit/tags.js';
import { t } from '../kit/text.js';
import { Busy, Failed } from './notice.js';

const { div, button } = tags;

/**
 * Items so far: { items, total, answer, busy, done, failure, load }. A change of a key begins anew.
 *
 * @param ask (offset, limit, signal) => a promise of { total, items }
 */
export function useEndless(ask, keys, limit = 24) {
  const now = useRef(null);
  const [state, set] = useState({ items: [], busy: true });
  const load = async () => {
    const list = now.current;
    if (list.loading || list.done) return;
    list.loading = true;
    set((before) => ({ ...before, busy: true, failure: undefined }));
    try {
      const answer = await ask(list.items.length, limit, list.stop.signal);
      if (now.current !== list) return;
      list.items = [...list.items, ...answer.items];
      list.done = !answer.items.length || list.items.length >= answer.total;
      set({ items: list.items, total: answer.total, answer, busy: false, done: list.done });
    } catch (failure) {
      if (now.current === list) set((before) => ({ ...before, busy: false, failure }));
    } finally {
      list.loading = false;
    }
  };
  useEffect(() => {
    const list = { items: [], stop: new AbortController() };
    now.current = list;
    set({ items: [], busy: true });
    load();
    return () => list.stop.abort();
  }, keys);
  return { ...state, load };
}

/** The end of such a list: asks for more when it comes near the window. */
export function End({ list }) {
  const box = useRef(null);
  useEffect(() => {
    if (list.done || list.failure) return undefined;
    const near = new IntersectionObserver((seen) => { if (seen.some((each) => each.isIntersecting)) list.load(); }, { rootMargin: '600px' });
    near.observe(box.current);
    return () => near.disconnect();
  }, [list.items.length, list.done, list.failure]);
  return div({ ref: box, class: 'list-end' },
    list.failure ? h(Failed, { failure: list.failure, again: list.load })
      : list.busy ? h(Busy)
        : list.done ? null : button({ type: 'button', onClick: list.load }, t('more')));
}
