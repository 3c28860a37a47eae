// Which of some copies to keep, and which photos are no copies. Nothing is deleted.
import { useEffect, useState } from '../lib/hooks.js';
import { h, tags, all } from '../kit/tags.js';
import { useKeys } from '../kit/keys.js';
import { code, number, t } from '../kit/text.js';
import { Copy, keeperReason } from '../part/copy.js';
import { KeyButton } from '../part/key-button.js';
import { Before, ReviewDesk } from '../part/review-desk.js';
import { keyOf, useReviewQueue } from '../part/review-queue.js';

const { div, h2, p, ul } = tags;
const word = (verdict) => code('review.verdict', verdict);

/** What is marked before it is said: the photo to keep, and those that are no copies of it. */
function useMarks(row) {
  const [marks, set] = useState({ of: '', kept: 0, apart: new Set() });
  const key = row ? keyOf(row) : '';
  useEffect(() => set({ of: key, kept: 0, apart: new Set() }), [key]);
  const present = marks.of === key ? marks : { of: key, kept: 0, apart: new Set() };
  const keep = (place) => {
    const apart = new Set(present.apart);
    apart.delete(row.photos[place].id);
    set({ ...present, kept: place, apart });
  };
  const toggle = (id) => {
    const apart = new Set(present.apart);
    if (!apart.delete(id)) apart.add(id);
    set({ ...present, apart });
  };
  return { ...present, keep, toggle };
}

/** An answer as the server takes it. */
function answer(row, kept, apart) {
  const others = row.photos.filter((photo) => photo.id !== kept.id).map((photo) => photo.id);
  const fold = others.filter((id) => !apart(id));
  const separate = others.filter(apart);
  return { photo: kept.id, verdict: fold.length ? 'keep' : 'separate', fold, separate };
}

const why = (row) => (row.chosen_by ? t('review.chosen-by', { name: row.chosen_by }) : row.reason ? keeperReason(row.reason) : t('review.trait.left'));

export function CopiesDesk() {
  const queue = useReviewQueue('duplicates');
  const { row, say, undo } = queue;
  const marks = useMarks(row);
  const kept = row?.photos[marks.kept] ?? row?.photos[0];
  const accept = () => say(answer(row, kept, (id) => marks.apart.has(id)));
  const none = () => say(answer(row, kept, () => true));
  const skip = () => say({ photo: kept.id, verdict: 'skip' });
  const step = (by) => () => marks.keep((marks.kept + by + row.photos.length) % row.photos.length);
  useKeys({
    u: undo,
    ...(row ? {
      Enter: accept, d: none, k: skip, ' ': skip, ArrowLeft: step(-1), ArrowRight: step(1),
      ...Object.fromEntries(row.photos.slice(0, 9).map((_, i) => [`${i + 1}`, () => marks.keep(i)])),
    } : {}),
  });
  const mark = (photo) => (photo.id === kept.id ? 'kept' : marks.apart.has(photo.id) ? 'apart' : 'folded');
  return h(ReviewDesk, { subject: 'duplicates', queue, word },
    row ? all(
      h2(t('review.same', { n: row.members })),
      p(t('review.proposal', { why: why(row) })),
      ul({ class: 'twins' }, row.photos.map((photo, i) => h(Copy, {
        key: photo.id, photo, kept, place: i, mark: mark(photo), proposed: photo.keeper, onKeep: () => marks.keep(i), onApart: () => marks.toggle(photo.id),
      }))),
      row.members > row.photos.length ? p({ class: 'small soft' }, t('review.more-copies', { n: number(row.members - row.photos.length) })) : null,
      div({ class: 'bar decide' },
        h(KeyButton, { keys: 'Enter', kind: 'primary', onClick: accept }, t('review.accept-copies')),
        h(KeyButton, { keys: 'D', onClick: none }, t('review.none-same')),
        h(KeyButton, { keys: 'K', onClick: skip }, t('review.skip')),
        h(KeyButton, { keys: 'U', onClick: undo }, t('review.undo'))),
      h(Before, { standing: row.standing, word }),
      p({ class: 'small soft' }, t('review.kept-on-disk'))) : null);
}
