// The last word that somebody said, which may come back refused: an undo that was meant for it must not
// take back the one before, and a key that was meant for the next photo must not fall on it.
import { useRef } from '../lib/hooks.js';

const READ = 600; // ms in which nobody can have read what came back

/**
 * @returns { say, undo, unread }: `say` gives what to call where the word comes back; `undo` gives a
 *   question, to be asked when its turn has come: whether the word that it was meant for came back by
 *   itself; `unread` is whether one came back just now
 */
export function useLastWord() {
  const live = useRef({ word: null, at: -READ }).current;
  return {
    say: () => {
      const word = live.word = { refused: false };
      return () => { word.refused = true; live.at = performance.now(); };
    },
    undo: () => {
      const word = live.word?.refused ? null : live.word; // seen to be back: the one before is meant
      live.word = null;
      return () => Boolean(word?.refused);
    },
    unread: () => performance.now() - live.at < READ,
  };
}
