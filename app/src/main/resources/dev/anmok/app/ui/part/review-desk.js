// What all three desks of the review page have around what is looked at.
import { h, tags } from '../kit/tags.js';
import { code, t } from '../kit/text.js';
import { trouble } from '../kit/trouble.js';
import { Busy, Empty, Failed, Notice } from './notice.js';
import { Audit, ReviewFigures } from './review-figures.js';
import { fileName } from './photo.js';

const { aside, div, h2, p } = tags;

/** What somebody else said meanwhile, what went wrong, what was taken back. */
function Happened({ queue, word }) {
  if (queue.conflict) {
    return h(Notice, { kind: 'warn' }, t('review.conflict', { name: queue.conflict.reviewer, verdict: word(queue.conflict.verdict) }));
  }
  if (queue.refused) {
    return h(Notice, { kind: queue.refused.status === 409 ? 'warn' : 'bad' },
      queue.refused.status === 409 ? t('review.nothing-to-undo') : t('review.refused', { why: trouble(queue.refused).join(' ') }));
  }
  return queue.undone ? h(Notice, {}, t('review.undone', { verdict: word(queue.undone.verdict ?? queue.undone.reviews.at(-1).verdict) })) : null;
}

function Nothing({ subject, page }) {
  return h(Empty, {},
    h2(t('review.empty')),
    p(t(`review.empty-${subject}`)),
    page.not_measured > 0 ? p(t('review.not-measured', { n: page.not_measured })) : null);
}

/**
 * @param children what is looked at, and how to decide; drawn where there is a row
 * @param word a verdict in the reader's words
 */
export function ReviewDesk({ subject, queue, word, children }) {
  const { row, page } = queue;
  return div({ class: 'desk' },
    div({ class: 'desk-main', tabindex: -1 },
      h(Happened, { queue, word }),
      queue.failure ? h(Failed, { failure: queue.failure, again: queue.again }) : null,
      row ? children : queue.busy || !page ? (queue.failure ? null : h(Busy)) : queue.next ? h(Busy) : h(Nothing, { subject, page })),
    aside({ class: 'desk-side', 'aria-label': t('review.beside') },
      h(ReviewFigures, { subject, waiting: page ? queue.waiting : undefined, said: queue.said }),
      subject === 'duplicates' ? null : h(Audit, { subject, onDrawn: queue.again }),
      row && page?.not_measured > 0 ? p({ class: 'small soft' }, t('review.not-measured', { n: page.not_measured })) : null));
}

/** Why a row is in the queue and what it is called. */
export const rowLine = (row) => `${fileName(row.image)}${row.item ? ` · ${row.item}` : ''} · ${code('review.why', row.why)}`;

/** What stands of a row that somebody looked at before. */
export const Before = ({ standing, word }) => standing
  ? p({ class: 'small' }, t('review.standing', { name: standing.reviewer, verdict: word(standing.verdict) }))
  : null;
