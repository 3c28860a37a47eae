// Photos sent to the server a few at a time, each with what became of it.
import { call } from './api.js';
import { bytes, code, t } from './text.js';
import { trouble } from './trouble.js';

const AT_ONCE = 8;

/** Photos in parcels that the server takes: of one item, so many, and so many bytes. */
function parcels(photos, limits) {
  const all = [];
  let bytesIn = 0;
  for (const photo of photos) {
    const last = all.at(-1);
    if (!last || last[0].item !== photo.item || last.length >= Math.min(AT_ONCE, limits.files)
      || bytesIn + photo.file.size > limits.request_bytes / 2) {
      all.push([]);
      bytesIn = 0;
    }
    all.at(-1).push(photo);
    bytesIn += photo.file.size;
  }
  return all;
}

const readable = (file) => file.slice(0, 1).arrayBuffer().then(() => true, () => false);

async function wrongWith(file, limits) {
  if (file.type && !file.type.startsWith('image/')) return t('jobs.no-image');
  if (file.size > limits.file_bytes) return t('jobs.too-large', { size: bytes(file.size), most: bytes(limits.file_bytes) });
  return (await readable(file)) ? '' : t('jobs.unreadable');
}

/** Why the server did not take a photo. */
const refused = (photo) => [photo.reason && code('reason', photo.reason), photo.detail].filter(Boolean).join(' – ');

/** Sends one parcel; counts into `sent`. Throws where it was stopped. */
async function send(parcel, limits, sent, signal) {
  const form = new FormData();
  const { item } = parcel[0];
  if (item) { form.set('item', item); form.set('title', item); }
  const reject = (name, why) => sent.rejected.push({ name, why });
  const fits = [];
  for (const { file } of parcel) {
    const wrong = await wrongWith(file, limits);
    if (wrong) reject(file.name, wrong); else fits.push(file);
  }
  for (const file of fits) form.append('photo', file, file.name);
  try {
    const { data } = fits.length ? await call('POST', '/api/v1/photos', { form, signal }) : { data: [] };
    for (const photo of data) {
      if (photo.reason) reject(photo.name, refused(photo)); else if (photo.new) sent.added++; else sent.known++;
    }
  } catch (problem) {
    if (problem.name === 'AbortError') throw problem;
    const each = problem.problem?.photos;
    if (each) for (const photo of each) reject(photo.name, refused(photo));
    else for (const file of fits) reject(file.name, trouble(problem).join(' '));
  }
  sent.done += parcel.length;
}

/**
 * Sends photos.
 *
 * @param photos list of { file, item }
 * @param limits of the server: file_bytes, request_bytes, files
 * @param onSent told after each parcel: { total, done, added, known, rejected: [{ name, why }] }, at the
 *   end with `finished`, or `stopped` where the signal stopped it
 */
export async function sendAll(photos, limits, signal, onSent) {
  const sent = { total: photos.length, done: 0, added: 0, known: 0, rejected: [] };
  onSent({ ...sent });
  try {
    for (const parcel of parcels(photos, limits)) {
      signal.throwIfAborted();
      await send(parcel, limits, sent, signal);
      onSent({ ...sent });
    }
    onSent({ ...sent, finished: true });
  } catch (problem) {
    if (problem.name !== 'AbortError') throw problem;
    onSent({ ...sent, stopped: true });
  }
}
