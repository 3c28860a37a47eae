// What one person says of a sample's photos: shown at once and stored one after the other; what could
// not be stored comes back with the reason.
import { useEffect, useRef, useState } from '../lib/hooks.js';
import { del, post } from '../kit/api.js';
import { useLastWord } from '../kit/last-word.js';

/**
 * @param name of who says it, or ''; onLabel told of each that is stored, onDrawn when the sample has to
 *   be read again
 * @returns { of, at, look, trouble, say, undo, reread }: `of` gives what stands for a photo, `at` is the id
 *   of the photo to look at, where it is not the next, `look` sets it
 */
export function useLabels({ path, sample, name, onLabel, onDrawn }) {
  const [said, setSaid] = useState({});
  const [at, setAt] = useState(null);
  const [trouble, setTrouble] = useState(null);
  const queue = useRef(Promise.resolve());
  const mine = useRef(''); // whose name the server took where none was given
  const stored = useRef({}); // when, by photo
  const since = useRef(new Set()); // of which photos something was said since the sample was asked for
  const last = useLastWord();
  useEffect(() => setSaid((now) => Object.fromEntries(Object.entries(now).filter(([id]) => since.current.has(id)))), [sample]);
  const of = (photo) => (photo.id in said ? said[photo.id] : photo.label);
  const put = (id, label) => { since.current.add(id); setSaid((now) => ({ ...now, [id]: label })); };

  const say = (photo, word) => {
    if (!photo || last.unread()) return;
    const before = of(photo);
    const refused = last.say();
    put(photo.id, { label: word, reviewer: name, at: before?.at, sent: true });
    setAt(null);
    setTrouble(null);
    queue.current = queue.current.then(async () => {
      try {
        const seen = (before?.sent ? stored.current[photo.id] : before?.at) ?? '';
        const label = await post(`${path}/labels`, { photo: photo.id, label: word, reviewer: name || undefined, seen });
        mine.current = label.reviewer;
        stored.current[photo.id] = label.at;
        put(photo.id, label);
        onLabel();
      } catch (failure) {
        refused();
        const other = failure.status === 409 ? failure.problem.label : before;
        put(photo.id, other);
        setTrouble(failure.status === 409 ? { other } : { failure });
        setAt(photo.id);
      }
    });
  };

  /** Reads the sample once what was said so far is stored; what is said from now on stays. */
  const reread = () => { since.current.clear(); queue.current.then(onDrawn); };

  const undo = () => {
    if (!(name || mine.current)) return; // nothing was said here yet
    const cameBack = last.undo();
    setTrouble(null);
    queue.current = queue.current.then(async () => {
      if (cameBack() || !(name || mine.current)) return; // the server would take back the last of all
      try {
        const back = await del(`${path}/labels/last`, { reviewer: name || mine.current }, true);
        put(back.photo, back.standing);
        setAt(back.photo);
        onLabel();
      } catch (failure) {
        setTrouble({ failure });
        if (!failure.status) reread(); // whether it was taken back is not known
      }
    });
  };
  return { of, at, look: setAt, trouble, say, undo, reread };
}
