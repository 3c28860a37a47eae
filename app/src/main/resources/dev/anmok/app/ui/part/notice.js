// What happened, in a line.
import { tags } from '../kit/tags.js';
import { t } from '../kit/text.js';
import { trouble } from '../kit/trouble.js';

const { div, p, button, span } = tags;

/** A line that says what happened; role says whether it interrupts those who listen. */
export const Notice = ({ kind = 'info', children, action }) =>
  div({ class: `notice ${kind}`, role: kind === 'bad' ? 'alert' : 'status' }, p(children), action ?? null);

/** A line, and below it how the server puts it. */
export const Trouble = ({ line, detail }) => [line, detail ? span({ class: 'detail', lang: 'en' }, detail) : null];

/** What the server says is wrong, with a way to try again. */
export function Failed({ failure, again }) {
  const [line, detail] = trouble(failure);
  return Notice({ kind: 'bad', children: Trouble({ line, detail }), action: again ? button({ onClick: again }, t('again')) : null });
}

export const Busy = ({ text }) => span({ class: 'busy', role: 'status' }, text ?? t('busy'));

export const Empty = ({ children }) => div({ class: 'empty' }, children);
