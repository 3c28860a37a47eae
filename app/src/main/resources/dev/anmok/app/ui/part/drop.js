// Where photos are dropped, pasted or chosen.
import { useEffect, useState } from '../lib/hooks.js';
import { chosen, dropped } from '../kit/dropped.js';
import { tags } from '../kit/tags.js';

const { div, input, label } = tags;

/**
 * Takes photos from everywhere: a drop of files and folders anywhere in the window, a paste, a button.
 *
 * @param folder what a second button says, which chooses a folder; none without it
 * @param onPhotos told a list of at least one { file, item }
 */
export function Drop({ text, over, multiple = false, folder, onPhotos }) {
  const [dragged, set] = useState(false);
  useEffect(() => {
    const take = async (transfer) => {
      const photos = await dropped(transfer);
      if (photos.length) onPhotos(photos);
    };
    const stop = (event) => { if (event.dataTransfer?.types.includes('Files')) { event.preventDefault(); set(true); } };
    const leave = (event) => { if (!event.relatedTarget) set(false); };
    const drop = (event) => {
      if (!event.dataTransfer?.files.length) return;
      event.preventDefault();
      set(false);
      take(event.dataTransfer);
    };
    const paste = (event) => {
      const typing = event.target.closest?.('input, textarea') && event.clipboardData.types.includes('text/plain');
      if (!typing && event.clipboardData?.files.length) { event.preventDefault(); take(event.clipboardData); }
    };
    const heard = { dragover: stop, dragleave: leave, drop, paste };
    for (const [name, listener] of Object.entries(heard)) addEventListener(name, listener);
    return () => { for (const [name, listener] of Object.entries(heard)) removeEventListener(name, listener); };
  }, [onPhotos]);
  const take = ({ target }) => {
    const photos = chosen(target);
    if (photos.length) onPhotos(photos);
    target.value = '';
  };
  return div({ class: 'drop' },
    label({ class: 'button' }, text, input({ class: 'unseen', type: 'file', accept: 'image/*', multiple, onChange: take })),
    folder ? label({ class: 'button' }, folder, input({ class: 'unseen', type: 'file', webkitdirectory: true, onChange: take })) : null,
    dragged ? div({ class: 'drop-over' }, over) : null);
}
