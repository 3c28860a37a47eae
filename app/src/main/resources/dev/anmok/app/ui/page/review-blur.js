// Whether photos are sharp: one large photo after the other.
import { h, tags, all } from '../kit/tags.js';
import { useKeys } from '../kit/keys.js';
import { code, number, t } from '../kit/text.js';
import { KeyButton } from '../part/key-button.js';
import { fileName } from '../part/photo.js';
import { Before, ReviewDesk, rowLine } from '../part/review-desk.js';
import { ReviewPhoto, useLook } from '../part/review-photo.js';
import { useReviewQueue } from '../part/review-queue.js';

const { div, h2, li, p, ul } = tags;
const KINDS = ['defocus', 'motion', 'low_resolution', 'noise_smeared'];
const word = (verdict) => code('review.verdict', verdict);
const value = (each) => (each === undefined ? t('review.unmeasured') : number(each, 3));

/** What the machine says and what it looked at. */
function Machine({ row }) {
  const [first, second] = row.evidence;
  const between = row.verdict === 'uncertain' && second;
  return all(
    h2(t('review.machine', { verdict: code('review.says', row.verdict) })),
    between
      ? p(t('review.between', { measure: code('review.measure', first.measure), value: value(first.value), low: value(first.limit), high: value(second.limit) }))
      : ul({ class: 'small' }, row.evidence.map((each) =>
        li({ key: each.measure }, t('review.evidence', { measure: code('review.measure', each.measure), value: value(each.value), limit: value(each.limit) })))));
}

export function BlurDesk() {
  const queue = useReviewQueue('blur');
  const { row, say, undo } = queue;
  const look = useLook(row?.id);
  const sharp = () => say({ verdict: 'sharp' });
  const blurry = (kind) => say({ verdict: 'blurry', ...(kind ? { kind } : {}) });
  const skip = () => say({ verdict: 'skip' });
  useKeys({
    u: undo,
    ...(row ? {
      s: sharp, ArrowRight: sharp, b: () => blurry(), ArrowLeft: () => blurry(), k: skip, ' ': skip, h: look.warm, z: look.zoom,
      ...Object.fromEntries(KINDS.map((kind, i) => [`${i + 1}`, () => blurry(kind)])),
    } : {}),
  });
  return h(ReviewDesk, { subject: 'blur', queue, word },
    row ? all(
      h(ReviewPhoto, { id: row.id, alt: fileName(row.image), look }),
      div({ class: 'bar decide' },
        h(KeyButton, { keys: 'S', onClick: sharp }, t('review.verdict.sharp')),
        h(KeyButton, { keys: 'B', onClick: () => blurry() }, t('review.verdict.blurry')),
        h(KeyButton, { keys: 'K', onClick: skip }, t('review.skip')),
        h(KeyButton, { keys: 'U', onClick: undo }, t('review.undo')),
        h(KeyButton, { keys: 'H', onClick: look.warm, 'aria-pressed': look.heat }, t('review.heat')),
        h(KeyButton, { keys: 'Z', onClick: look.zoom, 'aria-pressed': look.full }, t('review.zoom'))),
      div({ class: 'bar decide', role: 'group', 'aria-label': t('review.kinds') },
        KINDS.map((kind, i) => h(KeyButton, { key: kind, keys: `${i + 1}`, onClick: () => blurry(kind) }, t(`review.kind.${kind}`)))),
      p({ class: 'small soft' }, rowLine(row)),
      h(Before, { standing: row.standing, word }),
      h(Machine, { row })) : null);
}
