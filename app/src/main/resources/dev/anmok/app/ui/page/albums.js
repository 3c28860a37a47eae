// All photos by category: highlights first, copies folded under the one that stands for them.
import { useState } from '../lib/hooks.js';
import { tags, h } from '../kit/tags.js';
import { get, post } from '../kit/api.js';
import { useAnswer } from '../kit/load.js';
import { Link, go, useRoute } from '../kit/route.js';
import { code, fixed, percent, spoken, t } from '../kit/text.js';
import { Busy, Empty, Failed, Notice } from '../part/notice.js';
import { Dialog } from '../part/dialog.js';
import { End, useEndless } from '../part/endless.js';
import { JobCard, JobError, ended } from '../part/job.js';
import { Photo, fileName } from '../part/photo.js';

const { div, h1, h2, ul, li, p, button, span, section, h3 } = tags;
const PAGE = 60;

const label = (category) => category.labels[spoken()] ?? (category.category === 'others' ? t('albums.others') : category.category);

function Shown({ photo, name, onClose }) {
  const { data } = useAnswer((signal) => get(`/api/v1/photos/${photo.id}`, {}, signal), [photo.id]);
  const title = data?.places[0] ? fileName(data.places[0].image) : name;
  return h(Dialog, { title, onClose },
    h(Photo, { id: photo.id, alt: title, size: 1024, whole: true }),
    p({ class: 'soft small' }, photo.score === undefined ? '' : t('albums.score', { score: percent(photo.score) })),
    photo.copies.length ? h3(t('albums.copies', { n: photo.copies.length })) : null,
    photo.copies.length ? ul({ class: 'strip' }, photo.copies.slice(0, 48).map((copy) => li({ key: copy.id },
      h(Photo, { id: copy.id, alt: code('review.level', copy.level) }),
      p({ class: 'small soft' }, `${code('review.level', copy.level)} · ${fixed(copy.cosine, 3)}`)))) : null);
}

function Tile({ photo, name, onOpen }) {
  return li({ class: 'card' },
    h(Photo, { id: photo.id, alt: name, label: t('search.open', { name }), onClick: () => onOpen(photo) }),
    photo.copies.length ? span({ class: 'tag fold-count' }, t('albums.folded', { n: photo.copies.length })) : null);
}

function Category({ name, made }) {
  const [open, setOpen] = useState(null);
  const list = useEndless(async (offset, limit, signal) => {
    const page = await get(`/api/v1/albums/${encodeURIComponent(name)}`, { offset, limit }, signal);
    return { ...page, items: page.photos };
  }, [name, made], PAGE);
  const data = list.answer;
  if (!data) return h(End, { list });
  const rows = list.items;
  const best = rows.filter((row) => row.score !== undefined);
  const rest = rows.filter((row) => row.score === undefined);
  const grid = (photos) => ul({ class: 'grid' }, photos.map((photo) => h(Tile, { key: photo.id, photo, name: label(data), onOpen: setOpen })));
  return section(
    div({ class: 'bar' }, h(Link, { href: '/albums', class: 'button' }, t('albums.back')), h2({ class: 'grow' }, label(data)), span({ class: 'soft' }, t('albums.photos', { n: data.total }))),
    best.length ? h3({ class: 'space' }, t('albums.best')) : null, grid(best),
    rest.length ? h3({ class: 'space' }, t('albums.rest')) : null, grid(rest),
    h(End, { list }),
    open ? h(Shown, { key: open.id, photo: open, name: label(data), onClose: () => setOpen(null) }) : null);
}

function Overview({ data }) {
  return ul({ class: 'albums' }, data.categories.map((category) => {
    const to = `/albums?category=${encodeURIComponent(category.category)}`;
    return li({ key: category.category, class: 'panel' },
      div({ class: 'bar' }, h2({ class: 'grow' }, h(Link, { href: to }, label(category))), span({ class: 'soft' }, t('albums.photos', { n: category.photos }))),
      ul({ class: 'strip' }, category.best.map((photo) => li({ key: photo.id },
        h(Photo, { id: photo.id, alt: label(category), label: t('albums.go', { name: label(category) }), onClick: () => go('/albums', { category: category.category }) })))));
  }));
}

export default function Albums() {
  const { query } = useRoute();
  const category = query.get('category');
  const [job, setJob] = useState(null);
  const [wrong, setWrong] = useState(null);
  const { data, failure, again } = useAnswer((signal) => get('/api/v1/albums', {}, signal), []);
  const make = async () => {
    try { setWrong(null); setJob(await post('/api/v1/albums', {}, true)); } catch (problem) { setWrong(problem); }
  };
  const busy = job && !ended(job);
  return div(
    div({ class: 'head' }, h1(t('albums.title')),
      data?.made ? span({ class: 'soft' }, t('albums.facts', { photos: data.photos, folded: data.folded })) : null,
      data?.made ? button({ type: 'button', disabled: busy, onClick: make }, t('albums.remake')) : null),
    failure ? h(Failed, { failure, again }) : null,
    wrong ? h(Failed, { failure: wrong, again: make }) : null,
    data?.made && data.stale ? h(Notice, { kind: 'warn' }, t('albums.stale')) : null,
    busy ? ul({ class: 'stack' }, h(JobCard, { job, onEnd: (ending) => { setJob(ending); again(); } })) : null,
    job && ended(job) && job.error ? h(JobError, { job }) : null,
    data && !data.made && !busy ? h(Empty, null, p(t('albums.none')), button({ type: 'button', class: 'primary', onClick: make }, t('albums.make'))) : null,
    data?.made ? (category ? h(Category, { name: category, made: data.at }) : h(Overview, { data })) : data ? null : h(Busy));
}
