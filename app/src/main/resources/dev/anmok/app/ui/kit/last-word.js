// The last words that somebody said, each of which may come back refused: an undo that was meant for one
// must not take back another, and a key that was meant for the next photo must not fall on it.
import { useRef } from '../lib/hooks.js';

const READ = 600; // ms in which nobody can have read what came back
const MOST = 50;

/**
 * @returns { say, undo, unread }: `say` gives what to call where the word comes back; `undo` gives a
 *   question, to be asked when its turn has come: whether the word that it was meant for came back by
 *   itself; `unread` is whether one came back just now
 */
export function useLastWord() {
  const live = useRef({ words: [], at: -READ }).current;
  const unread = () => performance.now() - live.at < READ;
  return {
    say: () => {
      const word = { refused: false };
      live.words = [...live.words.slice(1 - MOST), word];
      return () => { word.refused = true; live.at = performance.now(); };
    },
    undo: () => {
      if (!unread()) live.words = live.words.filter((word) => !word.refused); // seen to be back
      const word = live.words.pop();
      return () => Boolean(word?.refused);
    },
    unread,
  };
}
