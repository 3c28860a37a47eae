// Photos on their way to the server. They go on, and can be stopped, whatever page is looked at.
import { useEffect, useState } from '../lib/hooks.js';
import { sendAll } from './sending.js';

const watchers = new Set();
let state = null;
let stop = null;
let later = []; // those that were chosen while others were being sent

function tell(next) {
  state = next;
  for (const watcher of watchers) watcher(next);
}

async function send(photos, limits) {
  stop = new AbortController();
  try {
    await sendAll(photos, limits, stop.signal, tell);
  } finally {
    stop = null;
    const more = later.shift();
    if (more) send(...more);
  }
}

/** Sends photos, after those that are being sent; see sendAll. */
export function enqueue(photos, limits) {
  if (stop) later.push([photos, limits]); else send(photos, limits);
}

/** Those that are chosen from then on are sent. */
export function stopSending() {
  later = [];
  stop?.abort();
}

/** How far the last ones are, as sendAll tells it; null where none were sent since the pages were loaded. */
export function useOutbox() {
  const [now, set] = useState(state);
  useEffect(() => {
    set(state);
    watchers.add(set);
    return () => watchers.delete(set);
  }, []);
  return now;
}
