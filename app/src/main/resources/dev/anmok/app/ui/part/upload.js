// Photos from this computer, each with what became of it.
import { useEffect, useRef, useState } from '../lib/hooks.js';
import { tags, h } from '../kit/tags.js';
import { enqueue, stopSending, useOutbox } from '../kit/outbox.js';
import { number, t } from '../kit/text.js';
import { Drop } from './drop.js';
import { Notice } from './notice.js';

const { div, label, input, progress, p, ul, li, button, span } = tags;
const LISTED = 50;

/** @param limits of the server: file_bytes, request_bytes, files; onDone told when all were sent */
export function Upload({ limits, onDone }) {
  const [item, setItem] = useState('');
  const state = useOutbox();
  const going = Boolean(state && !state.finished && !state.stopped);
  const went = useRef(false);
  useEffect(() => {
    if (went.current && !going) onDone();
    went.current = going;
  }, [going]);
  const add = (photos) => {
    const name = item.trim(); // as it is now, whenever they are sent
    enqueue(name ? photos.map(({ file }) => ({ file, item: name })) : photos, limits);
  };

  return div({ class: 'upload' },
    div({ class: 'bar' },
      label({ class: 'less' }, span(t('jobs.item')), input({ type: 'text', value: item, maxlength: 200, onInput: (event) => setItem(event.target.value) })),
      h(Drop, { text: t('jobs.choose'), folder: t('jobs.choose-folder'), over: t('jobs.drop'), multiple: true, onPhotos: add }),
      going ? button({ type: 'button', onClick: stopSending }, t('cancel')) : null),
    p({ class: 'soft small' }, t('jobs.item-note')),
    going ? progress({ max: state.total, value: state.done, 'aria-label': t('jobs.progress') }) : null,
    state ? h(Notice, { kind: state.finished ? (state.rejected.length ? 'warn' : 'good') : 'info' },
      t('jobs.sent', { done: state.done, total: state.total, added: state.added, known: state.known, rejected: state.rejected.length })) : null,
    state?.rejected.length ? ul({ class: 'small rejected' }, state.rejected.slice(0, LISTED).map((photo, i) =>
      li({ key: i }, `${photo.name}: ${photo.why}`))) : null,
    state?.rejected.length > LISTED ? p({ class: 'soft small' }, t('search.and-more', { n: number(state.rejected.length - LISTED) })) : null);
}
