// A dialog that closes by Escape, by its button, and by a click beside it.
import { useEffect, useRef } from '../lib/hooks.js';
import { tags } from '../kit/tags.js';
import { t } from '../kit/text.js';

const { dialog, div, h2, button } = tags;

export function Dialog({ title, onClose, children }) {
  const box = useRef(null);
  useEffect(() => { box.current.showModal(); }, []);
  const beside = (event) => { if (event.target === box.current) box.current.close(); };
  return dialog({ ref: box, onClose, onClick: beside, 'aria-label': title },
    div({ class: 'dialog' }, div({ class: 'bar' }, h2({ class: 'grow' }, title), button({ type: 'button', class: 'plain', onClick: () => box.current.close() }, t('close'))),
    children));
}
