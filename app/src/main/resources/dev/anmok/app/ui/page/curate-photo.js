// A photo of an item: its place or the reason why it has none, and what can be done with it.
import { tags, h } from '../kit/tags.js';
import { code, signed, t } from '../kit/text.js';
import { fileName, Photo } from '../part/photo.js';

const { li, div, span, button } = tags;

/** The reason in plain words, with whom or which photo it refers to. */
export function why(photo) {
  const words = code('curate.photo', photo.reason);
  if (!photo.detail) return words;
  if (photo.reason.endsWith('_duplicate_of')) return t('curate.refers', { words, name: fileName(photo.detail) });
  return photo.reason.endsWith('_by_hand') ? t('curate.refers', { words, name: photo.detail }) : words;
}

const Numbers = ({ photo }) => div({ class: 'numbers small soft' },
  photo.delta === undefined ? '' : t('curate.numbers', { delta: signed(photo.delta), plus: signed(photo.positive, 3), minus: signed(photo.negative, 3) }));

export function PhotoCard({ photo, place, of, pinned, banned, does, ...rest }) {
  const name = fileName(photo.image);
  const act = (what, words, pressed, key) => button({ type: 'button', class: 'plain', 'aria-pressed': pressed, 'aria-keyshortcuts': key, onClick: () => does[what](photo, place) }, words);
  const can = Boolean(photo.id);
  return li({ class: `card choice-card${place ? '' : ' dim'}`, 'data-id': photo.id, ...rest },
    can ? h(Photo, { id: photo.id, size: 512, label: t('curate.look', { name }), onClick: () => does.look(photo) })
      : div({ class: 'photo' }, span({ class: 'gone' }, t('curate.no-picture'))),
    place ? span({ class: 'place' }, place) : null,
    div({ class: 'line' }, span(place && !pinned ? code('curate.photo', 'representative') : why(photo))),
    h(Numbers, { photo }),
    can ? div({ class: 'acts' },
      place ? button({ type: 'button', class: 'plain', disabled: place === 1, 'aria-label': t('curate.earlier', { name }), onClick: () => does.earlier(photo, place) }, '◀') : null,
      act('pin', t('curate.pin'), pinned, 'P'),
      act('ban', t('curate.ban'), banned, 'B'),
      place ? button({ type: 'button', class: 'plain', disabled: place === of, 'aria-label': t('curate.later', { name }), onClick: () => does.later(photo, place) }, '▶') : null) : null);
}
