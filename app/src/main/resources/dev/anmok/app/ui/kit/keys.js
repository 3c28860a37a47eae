// Single keys that do something on a page. They are left alone while somebody types, in dialogs, and
// where a button has the focus and the key would press it.
import { useEffect, useRef } from '../lib/hooks.js';

const TYPED = 'input, textarea, select, [contenteditable], dialog';
const PRESSING = new Set([' ', 'Enter']);

/**
 * @param {Object<string, function|undefined>} keys what a key does, by KeyboardEvent.key in lower case;
 *   the space bar is ' '
 */
export function useKeys(keys) {
  const present = useRef(keys);
  present.current = keys;
  useEffect(() => {
    const press = (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
      if (event.target.closest?.(TYPED) || document.querySelector('dialog[open]')) return;
      if (PRESSING.has(event.key) && event.target.closest?.('button, a, summary')) return;
      const act = present.current[event.key.length === 1 ? event.key.toLowerCase() : event.key];
      if (!act) return;
      event.preventDefault();
      act();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, []);
}
