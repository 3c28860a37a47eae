// Where one is: the address bar says it, and nothing else does.
import { useEffect, useState } from '../lib/hooks.js';
import { tags } from './tags.js';

const watchers = new Set();

const present = () => ({ path: location.pathname, query: new URLSearchParams(location.search) });

function moved() {
  const now = present();
  for (const watcher of watchers) watcher(now);
}
addEventListener('popstate', moved);

/**
 * Goes to an address of these pages.
 *
 * @param {object} query kept in the address; empty values are left out
 * @param {boolean} replace whether going back skips where one was
 */
export function go(path, query = {}, replace = false) {
  const parts = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const each of Array.isArray(value) ? value : [value]) {
      if (each !== undefined && each !== null && each !== '' && each !== false) parts.append(name, each);
    }
  }
  const text = parts.toString();
  const target = text ? `${path}?${text}` : path;
  if (target === location.pathname + location.search) return;
  history[replace ? 'replaceState' : 'pushState'](null, '', target);
  if (!replace) scrollTo(0, 0);
  moved();
}

/** The present address; whoever asks is drawn again when it changes. */
export function useRoute() {
  const [route, set] = useState(present);
  useEffect(() => { watchers.add(set); return () => watchers.delete(set); }, []);
  return route;
}

/** A link within these pages. */
export function Link({ href, children, ...rest }) {
  const click = (event) => {
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    const url = new URL(href, location.origin);
    go(url.pathname, Object.fromEntries(url.searchParams));
  };
  return tags.a({ href, onClick: click, ...rest }, children);
}
