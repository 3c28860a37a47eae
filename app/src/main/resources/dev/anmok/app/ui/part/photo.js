// A photo of the workspace at a size, or why it cannot be shown.
import { useState } from '../lib/hooks.js';
import { tags, h } from '../kit/tags.js';
import { get, picture } from '../kit/api.js';
import { t } from '../kit/text.js';
import { trouble } from '../kit/trouble.js';

const { span, img } = tags;
const TRIES = 2; // again, where the server has the picture and the browser did not

/** The last part of a photo's address: what people call it. */
export function fileName(uri) {
  const text = String(uri);
  const last = (text.split(/[/\\]/).pop() || text).slice(-80);
  if (!/^https?:/i.test(text)) return last; // a path holds what it says
  try { return decodeURIComponent(last); } catch { return last; }
}

/** The picture, never one in another's place; `id` is the photo's SHA-256, `alt` what it shows or is called. */
export function Picture({ id, alt = '', size = 256, onLoad }) {
  const of = `${id} ${size}`;
  const [last, set] = useState({});
  const { gone, tries } = last.of === of ? last : { tries: 0 };
  const failed = async () => { // asked for as anything else is, which waits for the server and for who signs in
    let why = tries < TRIES ? '' : t('photo.broken');
    try { await get(picture(id, size)); } catch (problem) { why = trouble(problem).join(' '); }
    set({ of, gone: why, tries: tries + 1 });
  };
  return gone
    ? span({ class: 'gone' }, gone)
    : img({ key: `${of} ${tries}`, src: picture(id, size), alt, loading: 'lazy', decoding: 'async', onError: failed, onLoad });
}

/** The picture in its frame; a button where something happens on a click. */
export function Photo({ id, alt, size, whole, onClick, onLoad, label, ...rest }) {
  const frame = onClick ? 'button' : 'div';
  const own = onClick ? { type: 'button', onClick, 'aria-label': label ?? alt } : {};
  return h(frame, { class: `photo${whole ? ' whole' : ''}`, ...own, ...rest }, h(Picture, { id, alt: label ? '' : alt, size, onLoad }));
}
