// A choice by hand while it is made: what the server has, what is wished, what was wished before. A
// wish is shown at once and sent; wishes made meanwhile are sent together afterwards.
import { useEffect, useRef, useState } from '../lib/hooks.js';
import { get, post } from '../kit/api.js';
import { myName } from '../kit/me.js';

const same = (a, b) => a.pinned.join() === b.pinned.join() && a.banned.join() === b.banned.join();

export function useChoice(id) {
  const path = `/api/v1/items/${encodeURIComponent(id)}`;
  const live = useRef({ past: [] });
  const [, draw] = useState(0);
  const put = (changes) => { Object.assign(live.current, changes); draw((n) => n + 1); };

  const take = (answer) => ({ answer, wish: { pinned: answer.choice.pinned, banned: answer.choice.banned } });
  const load = async () => {
    put({ failure: undefined });
    try { put(take(await get(`${path}/representatives`, { details: true }))); } catch (failure) { put({ failure }); }
  };
  useEffect(() => { load(); }, [id]);

  const send = async () => {
    const now = live.current;
    if (now.sending) return;
    put({ sending: true, failure: undefined });
    try {
      while (!same(now.wish, now.answer.choice)) {
        const wish = now.wish;
        now.answer = await post(`${path}/choices`, { ...wish, version: now.answer.choice.version, reviewer: myName() || undefined });
        put({ saved: true });
      }
    } catch (problem) {
      const standing = problem.problem?.standing;
      if (standing && same(standing.choice, now.wish)) put({ ...take(standing), saved: true }); // stored before, its answer lost
      else if (standing) put({ conflict: { mine: now.wish }, past: [], ...take(standing) });
      else put({ failure: problem });
    }
    put({ sending: false });
  };

  const wish = (next) => {
    live.current.past.push(live.current.wish);
    put({ wish: next, conflict: undefined, saved: false });
    send();
  };
  const undo = () => {
    const before = live.current.past.pop();
    if (before) { put({ wish: before, saved: false }); send(); }
  };
  const settle = () => put({ conflict: undefined });
  return { ...live.current, wish, undo, settle, again: live.current.answer ? send : load, current: live.current.wish };
}

/** What is shown while a wish is on its way: the photos in the order that it asks for. */
export function arranged(answer, wish) {
  const byId = new Map();
  for (const photo of answer.photos) if (photo.id && !byId.has(photo.id)) byId.set(photo.id, photo);
  const pinned = wish.pinned.filter((each) => byId.has(each));
  const chosen = answer.photos.filter((photo) => photo.rank > 0 && !wish.banned.includes(photo.id) && !pinned.includes(photo.id));
  const machine = chosen.filter((photo) => photo.reason !== 'pinned_by_hand' || same(wish, answer.choice));
  const shown = [...pinned.map((each) => byId.get(each)), ...machine];
  return { shown, rest: answer.photos.filter((photo) => !shown.includes(photo)) };
}

const without = (list, id) => list.filter((each) => each !== id);

export const pin = (wish, id) => ({ pinned: [...without(wish.pinned, id), id], banned: without(wish.banned, id) });
export const unpin = (wish, id) => ({ ...wish, pinned: without(wish.pinned, id) });
export const ban = (wish, id) => ({ pinned: without(wish.pinned, id), banned: [...without(wish.banned, id), id] });
export const unban = (wish, id) => ({ ...wish, banned: without(wish.banned, id) });

/** Moves a shown photo to a place: as many are pinned as the order needs. */
export function move(wish, shown, from, to) {
  if (to < 0 || to >= shown.length || from === to) return wish;
  const order = shown.map((photo) => photo.id);
  order.splice(to, 0, ...order.splice(from, 1));
  const last = Math.max(to, ...wish.pinned.map((id) => order.indexOf(id)));
  return { ...wish, pinned: [...order.slice(0, last + 1), ...wish.pinned.filter((id) => !order.includes(id))] };
}
