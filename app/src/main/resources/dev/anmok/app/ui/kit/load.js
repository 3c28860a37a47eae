// Reading from the server while a page is drawn.
import { useCallback, useEffect, useState } from '../lib/hooks.js';

/**
 * What a question's answer is: { data, failure, busy, again }. It is asked anew when a key changes; the
 * earlier answer stays until the next is there, also where asking failed; one that comes too late is dropped.
 */
export function useAnswer(ask, keys) {
  const [state, set] = useState({ busy: true });
  const [round, setRound] = useState(0);
  useEffect(() => {
    const stop = new AbortController();
    set((before) => ({ ...before, busy: true }));
    ask(stop.signal).then(
      (data) => { if (!stop.signal.aborted) set({ data, busy: false }); },
      (failure) => { if (!stop.signal.aborted) set((before) => ({ ...before, failure, busy: false })); },
    );
    return () => stop.abort();
  }, [...keys, round]);
  const again = useCallback(() => setRound((n) => n + 1), []);
  return { ...state, again };
}

/** Draws again at most so many milliseconds after the last change. */
export function useSettled(value, ms) {
  const [settled, set] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => set(value), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return settled;
}
