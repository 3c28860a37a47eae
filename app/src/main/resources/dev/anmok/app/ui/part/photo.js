// A photo of the workspace at a size, or why it cannot be shown.
import { useEffect, useState } from '../lib/hooks.js';
import { tags, h } from '../kit/tags.js';
import { get, picture } from '../kit/api.js';
import { t } from '../kit/text.js';
import { trouble } from '../kit/trouble.js';

const { span, img } = tags;

/** The last part of a photo's address: what people call it. */
export function fileName(uri) {
  const text = String(uri);
  const last = (text.split(/[/\\]/).pop() || text).slice(-80);
  if (!/^https?:/i.test(text)) return last; // a path holds what it says
  try { return decodeURIComponent(last); } catch { return last; }
}

/** The picture; `id` is the photo's SHA-256, `alt` what it shows or is called. */
export function Picture({ id, alt = '', size = 256, onLoad }) {
  const [gone, setGone] = useState('');
  useEffect(() => setGone(''), [id, size]);
  const failed = async () => {
    try { await get(picture(id, size)); setGone(t('photo.broken')); } catch (problem) { setGone(trouble(problem).join(' ')); }
  };
  return gone
    ? span({ class: 'gone' }, gone)
    : img({ src: picture(id, size), alt, loading: 'lazy', decoding: 'async', onError: failed, onLoad });
}

/** The picture in its frame; a button where something happens on a click. */
export function Photo({ id, alt, size, whole, onClick, onLoad, label, ...rest }) {
  const frame = onClick ? 'button' : 'div';
  const own = onClick ? { type: 'button', onClick, 'aria-label': label ?? alt } : {};
  return h(frame, { class: `photo${whole ? ' whole' : ''}`, ...own, ...rest }, h(Picture, { id, alt: label ? '' : alt, size, onLoad }));
}
