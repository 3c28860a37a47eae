// Photos from this computer: sent a few at a time, each with what became of it.
import { useRef, useState } from '../lib/hooks.js';
import { tags, h } from '../kit/tags.js';
import { call } from '../kit/api.js';
import { bytes, code, number, t } from '../kit/text.js';
import { Drop } from './drop.js';
import { Notice } from './notice.js';

const { div, label, input, progress, p, ul, li, button, span } = tags;
const AT_ONCE = 8;

/** Files in parcels that the server takes: so many, and so many bytes. */
function parcels(files, limits) {
  const all = [];
  let bytesIn = Infinity;
  for (const file of files) {
    if (bytesIn + file.size > limits.request_bytes / 2 || all.at(-1).length >= Math.min(AT_ONCE, limits.files)) {
      all.push([]);
      bytesIn = 0;
    }
    all.at(-1).push(file);
    bytesIn += file.size;
  }
  return all;
}

const folderOf = (file) => (file.webkitRelativePath ?? '').split('/').slice(-2, -1)[0] ?? '';

/** @param limits of the server: file_bytes, request_bytes, files; onDone told when all were sent */
export function Upload({ limits, onDone }) {
  const [item, setItem] = useState('');
  const [state, setState] = useState(null);
  const stop = useRef(null);
  const later = useRef([]); // dropped while others are being sent

  const add = (files) => {
    if (stop.current) later.current.push(...files); else send(files);
  };
  const send = async (files) => {
    const rejected = [];
    const sent = { total: files.length, done: 0, added: 0, known: 0, rejected };
    stop.current = new AbortController();
    const readable = await Promise.all(files.map((file) => file.slice(0, 1).arrayBuffer().then(() => true, () => false)));
    const fits = files.filter((file, i) => {
      const wrong = !readable[i] ? t('jobs.unreadable')
        : file.type && !file.type.startsWith('image/') ? t('jobs.no-image')
        : file.size > limits.file_bytes ? t('jobs.too-large', { size: bytes(file.size), most: bytes(limits.file_bytes) }) : '';
      if (wrong) rejected.push({ name: file.name, detail: wrong });
      return !wrong;
    });
    sent.done = rejected.length;
    setState({ ...sent });
    for (const parcel of parcels(fits, limits)) {
      const form = new FormData();
      const name = item.trim() || folderOf(parcel[0]);
      if (name) { form.set('item', name); form.set('title', name); }
      for (const file of parcel) form.append('photo', file, file.name);
      try {
        const { data } = await call('POST', '/api/v1/photos', { form, signal: stop.current.signal });
        for (const photo of data) {
          if (photo.reason) rejected.push(photo); else if (photo.new) sent.added++; else sent.known++;
        }
      } catch (problem) {
        if (problem.name === 'AbortError') { stop.current = null; later.current = []; setState({ ...sent, stopped: true }); onDone(); return; }
        for (const photo of problem.problem?.photos ?? parcel.map((file) => ({ name: file.name, detail: problem.message }))) rejected.push(photo);
      }
      sent.done += parcel.length;
      setState({ ...sent });
    }
    stop.current = null;
    setState({ ...sent, finished: true });
    onDone();
    const more = later.current.splice(0);
    if (more.length) send(more);
  };

  const going = state && !state.finished && !state.stopped;
  return div({ class: 'upload' },
    div({ class: 'bar' },
      label({ class: 'less' }, span(t('jobs.item')), input({ type: 'text', value: item, maxlength: 200, onInput: (event) => setItem(event.target.value) })),
      h(Drop, { text: t('jobs.choose'), over: t('jobs.drop'), multiple: true, onFiles: add }),
      going ? button({ type: 'button', onClick: () => stop.current.abort() }, t('cancel')) : null),
    going ? progress({ max: state.total, value: state.done, 'aria-label': t('jobs.progress') }) : null,
    state ? h(Notice, { kind: state.finished ? (state.rejected.length ? 'warn' : 'good') : 'info' },
      t('jobs.sent', { done: state.done, total: state.total, added: state.added, known: state.known, rejected: state.rejected.length })) : null,
    state?.rejected.length ? ul({ class: 'small rejected' }, state.rejected.slice(0, 50).map((photo, i) =>
      li({ key: i }, `${photo.name}: ${photo.detail ?? code('reason', photo.reason)}`))) : null,
    state?.rejected.length > 50 ? p({ class: 'soft small' }, t('search.and-more', { n: number(state.rejected.length - 50) })) : null);
}
