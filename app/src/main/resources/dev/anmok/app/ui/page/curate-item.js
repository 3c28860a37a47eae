// One item: the photos that stand for it in their order, the rest with their reasons, and choosing.
import { useLayoutEffect, useRef, useState } from '../lib/hooks.js';
import { tags, h, all } from '../kit/tags.js';
import { code, percent, t } from '../kit/text.js';
import { callMe, myName } from '../kit/me.js';
import { Link } from '../kit/route.js';
import { Busy, Empty, Failed, Notice } from '../part/notice.js';
import { Dialog } from '../part/dialog.js';
import { fileName, Picture } from '../part/photo.js';
import { arranged, ban, move, pin, unban, unpin, useChoice } from './curate-choice.js';
import { PhotoCard, why } from './curate-photo.js';

const { div, h1, h2, p, ul, ol, span, button, label, input, kbd } = tags;

function Conflict({ choice }) {
  const { conflict, answer } = choice;
  return h(Notice, {
    kind: 'warn',
    action: div({ class: 'bar' },
      button({ type: 'button', onClick: () => choice.wish(conflict.mine) }, t('curate.conflict.mine')),
      button({ type: 'button', onClick: choice.settle }, t('curate.conflict.theirs'))),
  }, t('curate.conflict.what', { who: answer.choice.who ?? '' }));
}

function Name() {
  return label({ class: 'me' }, span(t('curate.me')),
    input({ type: 'text', maxlength: 64, autocomplete: 'nickname', value: myName(), onInput: (event) => callMe(event.target.value) }));
}

const Said = ({ choice }) => p({ class: 'small soft', role: 'status' },
  choice.sending ? t('curate.saving')
    : choice.answer.choice.version ? t(choice.saved ? 'curate.saved' : 'curate.last', { who: choice.answer.choice.who }) : t('curate.untouched'));

/** What keys do on the photo in focus; keys go by their place, whatever the keyboard's language. */
function keys(event, does) {
  if ((event.repeat && !event.shiftKey) || event.target.closest('dialog, input')) return false;
  const id = event.target.closest('[data-id]')?.dataset.id;
  if (event.code === 'KeyU' && !event.ctrlKey && !event.metaKey && !event.altKey) return does.undo();
  if (!id || event.ctrlKey || event.metaKey || event.altKey) return false;
  const what = { KeyP: 'pin', KeyB: 'ban' }[event.code] ?? (event.shiftKey ? { ArrowLeft: 'earlier', ArrowRight: 'later' }[event.code] : undefined);
  if (!what) return false;
  event.preventDefault();
  return does.by(id, what);
}

function Photos({ choice }) {
  const { answer, current: wish } = choice;
  const [large, setLarge] = useState(null);
  const box = useRef(null);
  const { shown, rest } = arranged(answer, wish);
  const place = (photo) => shown.indexOf(photo) + 1;
  const to = (from, at) => choice.wish(move(wish, shown, from, at));
  const follow = (id) => { // the card moved: so does the focus
    if (document.activeElement === document.body) box.current?.querySelector(`[data-id="${id}"] button`)?.focus();
  };
  const held = box.current?.contains(document.activeElement) && document.activeElement.closest('[data-id]')?.dataset.id;
  useLayoutEffect(() => { if (held) follow(held); });
  const stay = (id) => requestAnimationFrame(() => follow(id)); // where the button that was pressed does nothing any more
  const does = {
    look: setLarge,
    pin: ({ id }) => { choice.wish(wish.pinned.includes(id) ? unpin(wish, id) : pin(wish, id)); stay(id); },
    ban: ({ id }) => { choice.wish(wish.banned.includes(id) ? unban(wish, id) : ban(wish, id)); stay(id); },
    earlier: (photo, at) => { if (at > 1) to(at - 1, at - 2); stay(photo.id); },
    later: (photo, at) => { if (at && at < shown.length) to(at - 1, at); stay(photo.id); },
    undo: choice.undo,
    by: (id, what) => { const photo = [...shown, ...rest].find((each) => each.id === id); does[what](photo, place(photo)); },
  };
  const card = (photo) => h(PhotoCard, {
    key: photo.image, photo, place: place(photo), of: shown.length, does,
    pinned: wish.pinned.includes(photo.id), banned: wish.banned.includes(photo.id), ...drag(photo, place(photo), to),
  });
  return div({ ref: box, onKeyDown: (event) => keys(event, does) },
    h2(t('curate.chosen', { n: shown.length })),
    shown.length ? ol({ class: 'grid', 'aria-label': t('curate.chosen', { n: shown.length }) }, shown.map(card)) : h(Empty, null, p(code('curate.item-why', answer.reason))),
    h2({ class: 'next' }, t('curate.rest', { n: rest.length })),
    ul({ class: 'grid' }, rest.map(card)),
    large ? h(Dialog, { title: fileName(large.image), onClose: () => setLarge(null) },
      div({ class: 'enlarged' }, h(Picture, { id: large.id, size: 1024, alt: fileName(large.image) })), p({ class: 'soft' }, why(large))) : null);
}

/** A chosen photo can be dragged to another's place with the mouse. */
function drag(photo, place, to) {
  if (!place) return {};
  return {
    draggable: true,
    onDragStart: (event) => event.dataTransfer.setData('text/x-place', String(place)),
    onDragOver: (event) => event.preventDefault(),
    onDrop: (event) => {
      event.preventDefault();
      const from = Number(event.dataTransfer.getData('text/x-place'));
      if (from) to(from - 1, place - 1);
    },
  };
}

export function ItemView({ id }) {
  const choice = useChoice(id);
  const { answer } = choice;
  const back = p(h(Link, { href: '/curate' }, `← ${t('curate.back')}`));
  if (!answer) {
    return all(back, div({ class: 'head' }, h1(id)), choice.failure ? h(Failed, { failure: choice.failure, again: choice.again }) : h(Busy));
  }
  return div({ class: 'curate' },
    back,
    div({ class: 'head' }, h1(answer.title || answer.item),
      span({ class: `tag ${answer.kept ? 'good' : 'bad'}` }, code('curate.item', answer.reason)),
      span({ class: 'soft' }, t('curate.summary', { n: answer.photos.length, share: percent(answer.share_above_zero || 0, 0) }))),
    choice.conflict ? h(Conflict, { choice }) : null,
    choice.failure ? h(Failed, { failure: choice.failure, again: choice.again }) : null,
    div({ class: 'bar tools' }, h(Said, { choice }), span({ class: 'grow' }),
      button({ type: 'button', disabled: !choice.past.length, onClick: choice.undo, 'aria-keyshortcuts': 'U' }, t('curate.undo')), h(Name)),
    p({ class: 'small soft keys' }, kbd('P'), ` ${t('curate.pin')} · `, kbd('B'), ` ${t('curate.ban')} · `, kbd('Shift ← →'), ` ${t('curate.move')} · `, kbd('U'), ` ${t('curate.undo')}`),
    h(Photos, { choice }));
}
