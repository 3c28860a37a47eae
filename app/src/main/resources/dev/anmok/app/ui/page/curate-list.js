// The items of a workspace by what was decided about them.
import { useEffect, useRef, useState } from '../lib/hooks.js';
import { tags, h, all } from '../kit/tags.js';
import { code, number, t } from '../kit/text.js';
import { get } from '../kit/api.js';
import { useSettled } from '../kit/load.js';
import { go, Link } from '../kit/route.js';
import { Empty } from '../part/notice.js';
import { Picture } from '../part/photo.js';
import { End, useEndless } from '../part/endless.js';

const { div, ul, li, h2, p, span, input, label, button } = tags;

export const itemHref = (id) => `/curate/${encodeURIComponent(id)}`;

/** Small pictures side by side; the text says what they are. */
export const Strip = ({ ids, alt, mark }) => div({ class: 'strip' },
  ids.map((id, i) => span({ key: id, class: mark?.(id) ? 'photo marked' : 'photo' }, h(Picture, { id, size: 256, alt: alt(i + 1) }))));

function Row({ item }) {
  const kept = item.kept ? 'good' : item.reason ? 'bad' : '';
  return li({ class: 'curated' },
    div({ class: 'bar' },
      h2(h(Link, { href: itemHref(item.item) }, item.title || item.item)),
      item.reason ? span({ class: `tag ${kept}` }, code('curate.item', item.reason)) : span({ class: 'tag' }, t('curate.state.undecided')),
      item.by_hand ? span({ class: 'tag accent' }, t('curate.state.by-hand')) : null,
      span({ class: 'soft small' }, t('curate.photos', { n: item.photos }))),
    item.representatives.length
      ? h(Strip, { ids: item.representatives, alt: (n) => t('curate.nth', { n, title: item.title || item.item }) })
      : p({ class: 'soft' }, code('curate.item-why', item.reason || 'undecided')));
}

function states(standing) {
  const undecided = standing.items - standing.kept - standing.dropped;
  return [['kept', standing.kept], ['dropped', standing.dropped], ['by-hand', standing.by_hand]]
    .concat(undecided > 0 ? [['undecided', undecided]] : [], [['any', standing.items]]);
}

export function Items({ standing, query }) {
  const state = query.get('state') ?? (standing.kept ? 'kept' : 'any');
  const asked = query.get('q') ?? '';
  const [text, setText] = useState(asked);
  const told = useRef(asked); // what the address says by these pages; anything else is from somewhere else
  useEffect(() => { if (asked !== told.current) { told.current = asked; setText(asked); } }, [asked]);
  const q = useSettled(text.trim(), 250);
  useEffect(() => { told.current = q; go('/curate', { state: query.get('state'), q }, true); }, [q]);
  const list = useEndless((offset, limit, signal) => get('/api/v1/items', { state, q, details: true, offset, limit }, signal), [state, q]);
  return all(
    div({ class: 'bar tools' },
      div({ class: 'choice', role: 'group', 'aria-label': t('curate.states') }, states(standing).map(([name, n]) =>
        button({ key: name, type: 'button', 'aria-pressed': name === state, onClick: () => go('/curate', { state: name, q }) },
          `${t(`curate.state.${name}`)} ${number(n)}`))),
      label({ class: 'grow' }, span({ class: 'unseen' }, t('curate.find')),
        input({ type: 'search', placeholder: t('curate.find'), value: text, onInput: (event) => setText(event.target.value) }))),
    p({ class: 'soft small', role: 'status' }, list.total === undefined ? '' : t('curate.found', { n: list.total })),
    list.total === 0 ? h(Empty, null, p(t(q ? 'curate.none-found' : `curate.none.${state}`))) : null,
    ul({ class: 'items' }, list.items.map((item) => h(Row, { item, key: item.item }))),
    h(End, { list }));
}
