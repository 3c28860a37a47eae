// Search by words, by a photo or a part of one, by both, narrowed by filters.
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from '../lib/hooks.js';
import { tags, h } from '../kit/tags.js';
import { get } from '../kit/api.js';
import { useAnswer } from '../kit/load.js';
import { go, useRoute } from '../kit/route.js';
import { bytes, t } from '../kit/text.js';
import { keep, kept } from '../kit/stored-photo.js';
import { BoxedPhoto, boxText, parseBox } from '../part/box.js';
import { Drop } from '../part/drop.js';
import { Facets, filterOf } from '../part/facets.js';
import { Hits } from '../part/hits.js';
import { Notice } from '../part/notice.js';
import { Photo } from '../part/photo.js';

const { div, h1, form, input, label, button, p, aside, span, details, summary } = tags;

/** A search as the address says it. */
const wishOf = (query) => ({
  q: query.get('q') ?? '',
  less: query.get('less') ?? '',
  by: query.get('by') ?? '',
  all: query.get('all') ?? '',
  category: query.get('category') ?? '',
  photo: query.get('photo') ?? '',
  image: query.get('image') ?? '',
  box: query.get('box') ?? '',
  f: query.getAll('f'),
});

/** The dropped photo that the address names: undefined while it is looked for, null where it is gone. */
function useStored(key) {
  const [found, set] = useState({ key: '' });
  useEffect(() => {
    let here = true;
    if (key) kept(key).then((file) => here && set({ key, file: file ?? null }), () => here && set({ key, file: null }));
    return () => { here = false; };
  }, [key]);
  return key && found.key === key ? found.file : undefined;
}

function usePreview(file) {
  const [url, set] = useState('');
  useEffect(() => {
    if (!file) { set(''); return undefined; }
    const made = URL.createObjectURL(file);
    set(made);
    return () => URL.revokeObjectURL(made);
  }, [file]);
  return url;
}

function QueryPhoto({ wish, file, change }) {
  const url = usePreview(file);
  const [broken, setBroken] = useState(''); // the address of a picture that cannot be shown
  const away = button({ type: 'button', class: 'plain', onClick: () => change({ photo: '', image: '', box: '' }) }, t('search.take-away'));
  if (wish.photo) return div({ class: 'query-photo' }, h(Photo, { id: wish.photo, alt: t('search.like-this') }), div(p(t('search.like-this')), away));
  if (!wish.image) return null;
  if (file === null) return h(Notice, { kind: 'warn', action: away }, t('search.photo-gone'));
  if (!file || !url) return null;
  if (broken === url) return div({ class: 'query-photo' }, div(p({ class: 'soft' }, t('search.no-preview')), away));
  return div({ class: 'query-photo' },
    h(BoxedPhoto, { url, alt: file.name, box: parseBox(wish.box), onBox: (box) => change({ box: box ? boxText(box) : '' }, true), onBroken: () => setBroken(url) }),
    div(p(t('search.box-how')), away));
}

export default function Search() {
  const { query } = useRoute();
  const wish = wishOf(query);
  const { data: workspace } = useAnswer((signal) => get('/api/v1/workspace', {}, signal), []);
  const file = useStored(wish.image);
  const [wrong, setWrong] = useState('');
  const [typed, setTyped] = useState(wish.q);
  const [less, setLess] = useState(wish.less);
  // before anything typed meanwhile can be drawn, else it would be taken away
  useLayoutEffect(() => { setTyped(wish.q); setLess(wish.less); }, [wish.q, wish.less]);

  const change = (some, replace = false) => go('/', { ...wish, q: typed.trim(), less: less.trim(), ...some }, replace);
  const now = useRef({ turn: 0 }); // a photo may take a while to keep: it goes to what is asked by then
  now.current.change = change;
  useEffect(() => () => { now.current.turn = NaN; }, []);
  const most = workspace?.upload.file_bytes ?? Infinity;
  const dropped = useCallback(async ([{ file: first }]) => {
    if (first.type && !first.type.startsWith('image/')) { setWrong(t('search.no-image', { name: first.name })); return; }
    if (first.size > most) { setWrong(t('search.too-large', { name: first.name, size: bytes(first.size), most: bytes(most) })); return; }
    setWrong('');
    const mine = ++now.current.turn;
    try {
      const image = await keep(first);
      if (now.current.turn === mine) now.current.change({ image, photo: '', box: '' });
    } catch {
      setWrong(t('search.not-kept'));
    }
  }, [most]);

  const waiting = wish.image && file === undefined;
  const asked = !waiting && (wish.q || wish.photo || file);
  const fields = workspace?.profile.fields.length > 0;
  const counts = workspace?.counts;
  const settings = {
    q: wish.q, less: wish.less, photo: wish.photo, box: file ? wish.box : '', by: wish.by, all: wish.all ? 'true' : '',
    category: wish.category, filter: filterOf(wish.f), file: file ?? undefined,
  };
  return div({ class: 'search' },
    h1({ class: asked ? 'unseen' : '' }, t('search.title')),
    form({ class: 'query', role: 'search', onSubmit: (event) => { event.preventDefault(); change({}); } },
      input({ type: 'search', name: 'q', value: typed, maxlength: 2000, onInput: (event) => setTyped(event.target.value), placeholder: t('search.hint'), 'aria-label': t('search.words'), autofocus: !asked }),
      button({ class: 'primary' }, t('search.do')),
      h(Drop, { text: t('search.photo'), over: t('search.drop'), onPhotos: dropped })),
    wrong ? h(Notice, { kind: 'bad' }, wrong) : null,
    h(QueryPhoto, { wish, file, change }),
    div({ class: 'bar wishes' },
      label({ class: 'less' }, span(t('search.less')), input({ type: 'text', value: less, maxlength: 2000, onInput: (event) => setLess(event.target.value), onChange: () => change({}) })),
      div({ class: 'choice', role: 'group', 'aria-label': t('search.by') },
        button({ type: 'button', 'aria-pressed': wish.by !== 'photo', onClick: () => change({ by: '' }) }, t('search.by-item')),
        button({ type: 'button', 'aria-pressed': wish.by === 'photo', onClick: () => change({ by: 'photo' }) }, t('search.by-photo'))),
      label({ class: 'row' }, input({ type: 'checkbox', checked: Boolean(wish.all), onChange: (event) => change({ all: event.target.checked ? '1' : '' }) }), t('search.all'))),
    div({ class: fields ? 'with-facets' : '' },
      fields ? aside(details({ open: innerWidth > 760 }, summary(t('search.filters')), h(Facets, { chosen: wish.f, onChosen: (f) => change({ f }) }))) : null,
      asked
        ? h(Hits, { wish: settings, fields: workspace?.profile.fields, onSimilar: (hit) => go('/', { photo: hit.id, by: wish.by, all: wish.all }), onAll: () => change({ category: 'off' }) })
        : p({ class: 'soft' }, counts ? t('search.holds', { photos: counts.photos, items: counts.items }) : '')));
}
