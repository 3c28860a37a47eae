// What happened, in a line.
import { tags } from '../kit/tags.js';
import { t } from '../kit/text.js';

const { div, p, button, span } = tags;

/** A line that says what happened; role says whether it interrupts those who listen. */
export const Notice = ({ kind = 'info', children, action }) =>
  div({ class: `notice ${kind}`, role: kind === 'bad' ? 'alert' : 'status' }, p(children), action ?? null);

/** What the server says is wrong, with a way to try again. */
export const Failed = ({ failure, again }) =>
  Notice({ kind: 'bad', children: failure.message, action: again ? button({ onClick: again }, t('again')) : null });

export const Busy = ({ text }) => span({ class: 'busy', role: 'status' }, text ?? t('busy'));

export const Empty = ({ children }) => div({ class: 'empty' }, children);
