// One result: the photo, how well it matches, and, on hover or focus, why.
import { useRef, useState } from '../lib/hooks.js';
import { tags, h } from '../kit/tags.js';
import { get } from '../kit/api.js';
import { code, fixed, spoken, t } from '../kit/text.js';
import { Photo, fileName } from './photo.js';

const { li, div, span, button, dl, dt, dd } = tags;
const MOST = 6;
const KIND = { strong: 'good', fair: 'accent', weak: '' };

export const Match = ({ match }) => span({ class: `tag ${KIND[match] ?? ''}` }, code('match', match));

/** What a result's score is made of, a line each. */
export function Why({ hit }) {
  return dl({ class: 'facts' }, hit.why.parts.flatMap((part) => [
    dt({ key: part.part }, code('part', part.part)),
    dd(part.words?.length
      ? part.words.map((each) => t('search.word', { word: each.found ?? each.word, place: code('place', each.in) })).join(', ')
      : t('search.share', { score: fixed(part.score, 3), added: fixed(part.added, 3) })),
  ]));
}

/** What is known of an item: the profile's fields, or else what its manifest says first. */
export function Facts({ item, fields = [] }) {
  const known = item.metadata ?? {};
  const rows = fields.length
    ? fields.map((field) => [field.labels[spoken()] ?? field.name, known[field.column]])
    : Object.entries(known).slice(0, MOST);
  return dl({ class: 'facts' }, rows
    .filter(([, value]) => value !== undefined && String(value).length > 0)
    .flatMap(([name, value]) => [dt({ key: name }, name), dd(String(value).slice(0, 160))]));
}

/**
 * @param hit with its details
 * @param onOpen shows it large; onSimilar looks for more like it
 */
export function Hit({ hit, fields, onOpen, onSimilar, onLoad }) {
  const [item, setItem] = useState(null);
  const timer = useRef(0);
  const look = () => {
    clearTimeout(timer.current);
    if (item || !hit.item) return;
    timer.current = setTimeout(() => get(`/api/v1/items/${encodeURIComponent(hit.item)}`).then(setItem, () => setItem({})), 150);
  };
  const name = hit.title || hit.item || fileName(hit.image);
  return li({ class: 'card hit', onPointerEnter: look, onFocusCapture: look, onPointerLeave: () => clearTimeout(timer.current) },
    h(Photo, { id: hit.id, alt: name, label: t('search.open', { name }), onClick: () => onOpen(hit), onLoad }),
    div({ class: 'hit-why' }, h(Why, { hit }), item?.metadata ? h(Facts, { item, fields }) : null),
    div({ class: 'line' }, span({ class: 'title' }, name), h(Match, { match: hit.match })),
    div({ class: 'line' }, span(fixed(hit.score, 3)),
      button({ type: 'button', class: 'plain', 'aria-label': t('search.similar-to', { name }), onClick: () => onSimilar(hit) }, t('search.similar'))));
}
