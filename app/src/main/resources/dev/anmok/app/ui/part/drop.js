// Where photos are dropped, pasted or chosen.
import { useEffect, useState } from '../lib/hooks.js';
import { tags } from '../kit/tags.js';

const { div, input, label } = tags;

/** Files of a drop or a paste, those of the photo's kind or not. */
const files = (transfer) => [...(transfer?.files ?? [])];

/**
 * Takes files from everywhere: a drop anywhere in the window, a paste, a button.
 *
 * @param onFiles told a list of at least one file
 */
export function Drop({ text, over, multiple = false, onFiles }) {
  const [dragged, set] = useState(false);
  useEffect(() => {
    const stop = (event) => { if (event.dataTransfer?.types.includes('Files')) { event.preventDefault(); set(true); } };
    const leave = (event) => { if (!event.relatedTarget) set(false); };
    const drop = (event) => {
      if (!event.dataTransfer?.files.length) return;
      event.preventDefault();
      set(false);
      onFiles(files(event.dataTransfer));
    };
    const paste = (event) => {
      const typing = event.target.closest?.('input, textarea') && event.clipboardData.types.includes('text/plain');
      if (!typing && files(event.clipboardData).length) { event.preventDefault(); onFiles(files(event.clipboardData)); }
    };
    const heard = { dragover: stop, dragleave: leave, drop, paste };
    for (const [name, listener] of Object.entries(heard)) addEventListener(name, listener);
    return () => { for (const [name, listener] of Object.entries(heard)) removeEventListener(name, listener); };
  }, [onFiles]);
  const chosen = (event) => { if (event.target.files.length) onFiles([...event.target.files]); event.target.value = ''; };
  return div({ class: 'drop' },
    label({ class: 'button' }, text, input({ class: 'unseen', type: 'file', accept: 'image/*', multiple, onChange: chosen })),
    dragged ? div({ class: 'drop-over' }, over) : null);
}
