// What went wrong: in the reader's words by its kind, and in the server's, which are English.
import { t } from './text.js';

const KINDS = {
  400: 'asked', 403: 'forbidden', 404: 'absent', 409: 'meanwhile', 410: 'absent', 411: 'asked', 413: 'large',
  415: 'asked', 422: 'content', 429: 'busy', 503: 'busy', 507: 'full',
};

/** The line of a failed call, and the server's own words where it said any. */
export function trouble(failure) {
  if (!failure.status) return [failure.message]; // the pages' own words
  const kind = KINDS[failure.status] ?? (failure.status < 500 ? 'asked' : 'server');
  return [t(`trouble.${kind}`), failure.message];
}
