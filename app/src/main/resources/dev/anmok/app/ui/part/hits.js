// All results of a search, more of them as one scrolls.
import { useEffect, useRef, useState } from '../lib/hooks.js';
import { tags, h } from '../kit/tags.js';
import { call } from '../kit/api.js';
import { fixed, t } from '../kit/text.js';
import { Busy, Empty, Failed, Notice } from './notice.js';
import { Hit } from './hit.js';
import { HitDialog } from './hit-dialog.js';

const { div, ul, p, button, section, h2 } = tags;
const PAGE = 24;

/** Headers hold text in percent form with a plus for each blank. */
const spoken = (text) => decodeURIComponent((text ?? '').replaceAll('+', ' '));

async function ask(wish, offset, signal) {
  const start = performance.now();
  const { file, q, ...rest } = wish;
  const settings = { ...rest, k: PAGE, offset, details: true };
  let options = { query: { ...settings, q }, signal };
  if (file) {
    const form = new FormData();
    for (const [name, value] of Object.entries({ ...settings, text: q })) if (value) form.set(name, value);
    form.set('image', file, file.name || 'photo');
    options = { form, signal };
  }
  const { data, headers } = await call(file ? 'POST' : 'GET', '/api/v1/search', options);
  return {
    hits: data,
    more: headers.get('Anmok-More') === 'true',
    none: headers.get('Anmok-Match') === 'none',
    notes: spoken(headers.get('Anmok-Notes')),
    category: headers.get('Anmok-Category'),
    millis: performance.now() - start,
  };
}

function Category({ header, onAll }) {
  const [verdict, ...facts] = header.split('; ');
  const path = spoken(facts.find((fact) => fact.startsWith('path='))?.slice(5));
  if (verdict === 'unknown' || !path) return null;
  return h(Notice, { action: button({ type: 'button', onClick: onAll }, t('search.category-off')) }, t(`search.category-${verdict === 'sure' ? 'sure' : 'likely'}`, { path }));
}

/**
 * @param wish settings of the search, and the file to search by if there is one
 * @param onSimilar told a result to look for more like; onAll leaves the category out of account
 */
export function Hits({ wish, fields, onSimilar, onAll }) {
  const [pages, setPages] = useState([]);
  const [failure, setFailure] = useState(null);
  const [busy, setBusy] = useState(true);
  const [open, setOpen] = useState(null);
  const [round, setRound] = useState(0);
  const [tall, setTall] = useState(false); // posters are shown upright
  const end = useRef(null);
  const stop = useRef(null);
  const key = JSON.stringify({ ...wish, file: wish.file && [wish.file.name, wish.file.size, wish.file.lastModified] });

  const load = async (offset) => {
    stop.current?.abort();
    const mine = new AbortController();
    stop.current = mine;
    setBusy(true);
    try {
      const page = await ask(wish, offset, mine.signal);
      if (mine.signal.aborted) return;
      setPages((before) => offset ? [...before, page] : [page]);
      setFailure(null);
    } catch (problem) {
      if (!mine.signal.aborted) {
        setFailure(problem);
        if (!offset) setPages([]);
      }
    }
    if (!mine.signal.aborted) setBusy(false);
  };
  useEffect(() => { load(0); return () => stop.current?.abort(); }, [key, round]);

  const hits = pages.flatMap((page) => page.hits);
  const more = !busy && !failure && pages.at(-1)?.more;
  useEffect(() => {
    if (!more) return undefined;
    const watcher = new IntersectionObserver(([seen]) => { if (seen.isIntersecting) load(hits.length); }, { rootMargin: '600px' });
    watcher.observe(end.current);
    return () => watcher.disconnect();
  }, [more, hits.length]);

  const first = pages[0];
  const shape = (event) => { if (event.target.naturalHeight > 1.2 * event.target.naturalWidth) setTall(true); };
  return section({ class: 'hits', 'aria-labelledby': 'found' },
    failure ? h(Failed, { failure, again: failure.status >= 500 ? () => setRound((n) => n + 1) : null }) : null,
    first ? div({ class: 'bar' }, h2({ id: 'found', class: 'grow' }, hits.length ? t(pages.at(-1).more ? 'search.found-first' : 'search.found', { n: hits.length }) : t('search.nothing')),
      p({ class: 'soft small', role: 'status' }, busy ? t('busy') : t('search.took', { ms: fixed(first.millis, 0) }))) : failure ? null : h(Busy),
    first?.notes ? h(Notice, null, first.notes) : null,
    first?.category ? h(Category, { header: first.category, onAll }) : null,
    first && !failure && hits.length > 0 && first.none ? h(Notice, { kind: 'warn' }, t('search.no-match')) : null,
    first && !failure && hits.length === 0 ? h(Empty, null, p(t('search.nothing-why'))) : null,
    ul({ class: `grid${first?.none ? ' unsure' : ''}${tall ? ' tall' : ''}` }, hits.map((hit, i) => h(Hit, { key: `${hit.id} ${hit.item} ${i}`, hit, fields, onOpen: setOpen, onSimilar, onLoad: i === 0 ? shape : undefined }))),
    div({ ref: end, class: 'bar center' }, more ? button({ type: 'button', onClick: () => load(hits.length) }, t('more')) : null),
    open ? h(HitDialog, { key: open.id, hit: open, fields, onClose: () => setOpen(null), onOpen: setOpen, onSimilar: (hit) => { setOpen(null); onSimilar(hit); } }) : null);
}
