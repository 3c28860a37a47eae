// Single keys that do something on a page. They are left alone while somebody types, in dialogs, and
// where a button has the focus and the key would press it.
import { useEffect, useRef } from '../lib/hooks.js';

const TYPED = 'input, textarea, select, [contenteditable], [role="slider"], dialog';
const LATIN = /^[a-z]$/i;
const PRESSING = new Set([' ', 'Enter']);

/** The key's name; of letters the one that lies there on a Latin keyboard, whatever the language. */
export function keyOf(event) {
  const place = /^Key([A-Z])$/.exec(event.code);
  if (place && !LATIN.test(event.key)) return place[1].toLowerCase();
  return event.key.length === 1 ? event.key.toLowerCase() : event.key;
}

/**
 * @param {Object<string, function|undefined>} keys what a key does, by KeyboardEvent.key in lower case;
 *   the space bar is ' '
 */
export function useKeys(keys) {
  const present = useRef(keys);
  present.current = keys;
  useEffect(() => {
    const press = (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.isComposing) return;
      if (event.target.closest?.(TYPED) || document.querySelector('dialog[open]')) return;
      if (PRESSING.has(event.key) && event.target.closest?.('button, a, summary')) return;
      const act = present.current[keyOf(event)];
      if (!act) return;
      event.preventDefault();
      act();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, []);
}
