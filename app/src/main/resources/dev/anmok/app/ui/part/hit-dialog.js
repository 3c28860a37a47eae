// One result, large: the photo, what is known of it, and the item's other photos.
import { tags, h } from '../kit/tags.js';
import { useAnswer } from '../kit/load.js';
import { get } from '../kit/api.js';
import { t, number } from '../kit/text.js';
import { Dialog } from './dialog.js';
import { Photo, fileName } from './photo.js';
import { Facts, Match, Why } from './hit.js';

const { div, h3, ul, li, p, button } = tags;
const MOST = 12;

export function HitDialog({ hit, fields, onClose, onSimilar, onOpen }) {
  const name = hit.title || hit.item || fileName(hit.image);
  const { data: item } = useAnswer((signal) => hit.item ? get(`/api/v1/items/${encodeURIComponent(hit.item)}`, {}, signal) : Promise.resolve(null), [hit.item]);
  const others = (item?.photos ?? []).filter((photo) => photo.id !== hit.id);
  return h(Dialog, { title: name, onClose },
    div({ class: 'large' },
      h(Photo, { id: hit.id, alt: name, size: 1024, whole: true }),
      div(h(Match, { match: hit.match }), p({ class: 'soft small' }, fileName(hit.image)),
        h3(t('search.why')), h(Why, { hit }),
        item ? h(Facts, { item, fields }) : null,
        button({ type: 'button', onClick: () => onSimilar(hit) }, t('search.similar')))),
    others.length ? h3(t('search.others', { n: others.length })) : null,
    others.length ? ul({ class: 'strip' }, others.slice(0, MOST).map((photo) =>
      li({ key: photo.id }, h(Photo, { id: photo.id, alt: fileName(photo.image), label: t('search.open', { name: fileName(photo.image) }), onClick: () => onOpen({ ...hit, id: photo.id, image: photo.image }) })))) : null,
    others.length > MOST ? p({ class: 'soft small' }, t('search.and-more', { n: number(others.length - MOST) })) : null);
}
