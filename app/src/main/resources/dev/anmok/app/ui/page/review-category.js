// Which category photos belong to: one large photo, the best categories as keys.
import { h, tags, all } from '../kit/tags.js';
import { useKeys } from '../kit/keys.js';
import { signed, spoken, t } from '../kit/text.js';
import { KeyButton } from '../part/key-button.js';
import { fileName } from '../part/photo.js';
import { Before, ReviewDesk, rowLine } from '../part/review-desk.js';
import { ReviewPhoto, useLook } from '../part/review-photo.js';
import { useReviewQueue } from '../part/review-queue.js';

const { div, h2, p, span } = tags;
const MOST = 9;

/** What the reader calls a category. */
const labels = (page) => (name) => {
  if (name === 'others' || name === 'skip') return t(`review.verdict.${name}`);
  return page?.categories?.find((each) => each.category === name)?.labels?.[spoken()] ?? name;
};

function Machine({ row, word }) {
  const best = row.scores[0];
  const says = { best: word(row.verdict), below_neutral: t('review.verdict.others'), no_clear_winner: t('review.verdict.others') }[row.reason] ?? word(row.verdict);
  return all(
    h2(t('review.machine', { verdict: says })),
    p(t('review.category-margin', { category: word(best.category), value: signed(best.margin), limit: signed(row.margin_limit ?? 0) })),
    row.scores[1] ? p(t('review.category-gap', { category: word(row.scores[1].category), value: signed(row.gap), limit: signed(row.gap_limit ?? 0) })) : null,
    row.why === 'uncertain' ? p({ class: 'small soft' }, t('review.category-near')) : null);
}

export function CategoryDesk() {
  const queue = useReviewQueue('category');
  const { row, say, undo } = queue;
  const look = useLook(row?.id);
  const word = labels(queue.page);
  const scores = row?.scores.slice(0, MOST) ?? [];
  const skip = () => say({ verdict: 'skip' });
  const others = () => say({ verdict: 'others' });
  const accept = () => say({ verdict: row.verdict });
  useKeys({
    u: undo,
    ...(row ? {
      o: others, k: skip, ' ': skip, Enter: accept, ArrowRight: accept, z: look.zoom,
      ...Object.fromEntries(scores.map((score, i) => [`${i + 1}`, () => say({ verdict: score.category })])),
    } : {}),
  });
  return h(ReviewDesk, { subject: 'category', queue, word },
    row ? all(
      h(ReviewPhoto, { id: row.id, alt: fileName(row.image), look }),
      div({ class: 'bar decide', role: 'group', 'aria-label': t('review.categories') },
        scores.map((score, i) => h(KeyButton, { key: score.category, keys: `${i + 1}`, kind: score.category === row.verdict ? 'primary' : '', onClick: () => say({ verdict: score.category }) },
          word(score.category), ' ', span({ class: 'small' }, signed(score.margin, 3)))),
        h(KeyButton, { keys: 'O', kind: row.verdict === 'others' ? 'primary' : '', onClick: others }, t('review.verdict.others'))),
      div({ class: 'bar decide' },
        h(KeyButton, { keys: 'Enter', onClick: accept }, t('review.accept', { verdict: word(row.verdict) })),
        h(KeyButton, { keys: 'K', onClick: skip }, t('review.skip')),
        h(KeyButton, { keys: 'U', onClick: undo }, t('review.undo')),
        h(KeyButton, { keys: 'Z', onClick: look.zoom, 'aria-pressed': look.full }, t('review.zoom'))),
      p({ class: 'small soft' }, rowLine(row)),
      h(Before, { standing: row.standing, word }),
      h(Machine, { row, word })) : null);
}
