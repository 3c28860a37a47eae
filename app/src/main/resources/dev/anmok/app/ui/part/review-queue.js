// The queue of what people have to look at, as one reviewer goes through it: the next ones are there
// before they are needed, a verdict shows the next at once and is stored behind it, and what could
// not be stored comes back to the front with the reason.
import { useCallback, useEffect, useRef, useState } from '../lib/hooks.js';
import { del, get, picture, post } from '../kit/api.js';
import { useLastWord } from '../kit/last-word.js';
import { myName } from '../kit/me.js';

const PAGE = 20;
const AHEAD = 4;
const LARGE = 1024;
const FRESH = { rows: [], waiting: 0, busy: true, said: 0 };

const rowsOf = (page) => page.photos ?? page.groups;
export const keyOf = (row) => row.id ?? row.photos.map((photo) => photo.id).join();

/** Pictures of what comes next are fetched, so that they are shown at once. */
function fetchAhead(rows, seen) {
  for (const row of rows.slice(0, AHEAD)) {
    for (const id of row.photos?.slice(0, 9).map((photo) => photo.id) ?? [row.id]) {
      if (seen.has(id)) continue;
      seen.add(id);
      new Image().src = picture(id, row.photos ? 512 : LARGE);
    }
  }
}

/**
 * @param subject blur, duplicates or category
 * @returns { rows, row, waiting, page, busy, failure, conflict, said, say, undo, again }: `row` is what is
 *   looked at, `said` counts verdicts and undos, `conflict` is what somebody else said of `row` meanwhile
 */
export function useReviewQueue(subject) {
  const [state, set] = useState(FRESH);
  const chain = useRef(Promise.resolve());
  const done = useRef([]);
  const seen = useRef(new Set());
  const loading = useRef(null);
  const round = useRef(0);
  const cycled = useRef(0);
  const pending = useRef(new Set()); // of which the server may not know yet
  const last = useLastWord();

  const load = useCallback(async (cursor) => {
    const mine = cursor ? round.current : ++round.current;
    loading.current = mine;
    const told = new Set(done.current.filter((row) => !pending.current.has(row))); // of which the answer knows
    try {
      const page = await get('/api/v1/review', { subject, limit: PAGE, cursor });
      if (mine !== round.current) return;
      set((before) => {
        const kept = cursor ? before.rows : [];
        const known = new Set([...kept, ...done.current.filter((row) => cursor || !told.has(row))].map(keyOf));
        return { ...before, page, next: page.next, waiting: cursor ? before.waiting : page.waiting, busy: false, failure: undefined,
          rows: [...kept, ...rowsOf(page).filter((row) => !known.has(keyOf(row)))] };
      });
    } catch (failure) {
      if (mine === round.current) set((before) => ({ ...before, failure, busy: false }));
    } finally {
      if (loading.current === mine) loading.current = null;
    }
  }, [subject]);

  useEffect(() => {
    done.current = [];
    set(FRESH);
    load();
    return () => { round.current++; };
  }, [load]);
  useEffect(() => {
    fetchAhead(state.rows, seen.current);
    if (loading.current !== null || state.busy) return;
    if (state.next && state.rows.length < PAGE / 2) load(state.next);
    if (!state.next && !state.rows.length && state.waiting > 0 && done.current.length !== cycled.current) {
      cycled.current = done.current.length; // those that were skipped, once more
      chain.current.then(() => load());
    }
  }, [state.rows, state.next, state.busy]);

  const back = (row, more) => set((before) => ({ ...before, ...more, rows: [row, ...before.rows.filter((each) => keyOf(each) !== keyOf(row))] }));

  const say = (answer) => {
    const row = state.rows[0];
    if (!row || last.unread()) return;
    const refused = last.say();
    const body = { subject, photo: row.id, reviewer: myName(), seen: row.standing?.at ?? '', ...answer };
    const decides = answer.verdict !== 'skip';
    done.current.push(row);
    pending.current.add(row);
    set((before) => ({ ...before, rows: before.rows.slice(1), waiting: before.waiting - (decides ? 1 : 0), conflict: undefined, refused: undefined, undone: undefined }));
    chain.current = chain.current.then(async () => {
      try {
        await post('/api/v1/review/verdicts', body);
      } catch (problem) {
        refused();
        done.current = done.current.filter((each) => each !== row);
        const standing = problem.problem?.standing;
        back(standing ? { ...row, standing } : row, { conflict: standing, refused: standing ? undefined : problem });
        set((before) => ({ ...before, waiting: before.waiting + (decides ? 1 : 0) }));
        return;
      } finally {
        pending.current.delete(row);
      }
      set((before) => ({ ...before, said: before.said + 1 }));
    });
  };

  const undo = () => {
    const reviewer = myName(); // without, the server would take back the last of all
    if (!reviewer) return;
    const cameBack = last.undo();
    chain.current = chain.current.then(async () => {
      if (cameBack()) return;
      try {
        const undone = await del('/api/v1/review/verdicts/last', { subject, reviewer }, true);
        const [first] = undone.reviews ?? [undone];
        const row = done.current.findLast((each) => (each.photos ?? [each]).some((photo) => photo.id === first.photo));
        done.current = done.current.filter((each) => each !== row);
        set((before) => ({ ...before, said: before.said + 1, conflict: undefined, refused: undefined, undone }));
        if (row) {
          const more = first.verdict === 'skip' ? 0 : 1;
          back(row, {}); // as it stood before
          set((before) => ({ ...before, waiting: before.waiting + more }));
        } else {
          await load();
        }
      } catch (problem) {
        set((before) => ({ ...before, refused: problem }));
        if (!problem.status) await load(); // whether it was taken back is not known
      }
    });
  };

  return { ...state, row: state.rows[0], say, undo, again: () => chain.current.then(() => load()) }; // once what was said is stored
}
