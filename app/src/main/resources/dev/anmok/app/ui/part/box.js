// A photo on which a box can be drawn: the part of it that counts.
import { useEffect, useRef, useState } from '../lib/hooks.js';
import { tags } from '../kit/tags.js';
import { t } from '../kit/text.js';

const { div, img, button } = tags;
const LEAST = 0.02;
const STEP = 0.02;
const SETTLES = 300;

const between = (value, low, high) => Math.min(high, Math.max(low, value));
const rounded = (value) => Math.round(value * 1e4) / 1e4;

/** x,y,w,h in shares of the sides as an address says it, or null. */
export function parseBox(text) {
  const numbers = (text ?? '').split(',').map(Number);
  return numbers.length === 4 && numbers.every((n) => n >= 0 && n <= 1) ? numbers : null;
}

export const boxText = (box) => box.map((n) => rounded(n).toFixed(4)).join(',');

/**
 * @param url of the picture
 * @param box [x, y, w, h] in shares, or null for all of the photo
 * @param onBox told another box, or null, when it is finished; onBroken where the picture cannot be shown
 */
export function BoxedPhoto({ url, alt, box, onBox, onBroken }) {
  const area = useRef(null);
  const start = useRef(null);
  const settling = useRef(0);
  const tell = useRef(onBox);
  tell.current = onBox;
  useEffect(() => () => clearTimeout(settling.current), []);
  const [drawn, setDrawn] = useState(box);
  useEffect(() => setDrawn(box), [box && boxText(box)]);
  const place = (event) => {
    const bounds = area.current.getBoundingClientRect();
    return [between((event.clientX - bounds.left) / bounds.width, 0, 1), between((event.clientY - bounds.top) / bounds.height, 0, 1)];
  };
  const down = (event) => {
    if (event.button > 0) return;
    clearTimeout(settling.current);
    event.preventDefault();
    area.current.setPointerCapture(event.pointerId);
    start.current = place(event);
  };
  const move = (event) => {
    if (!start.current) return;
    const [x, y] = place(event);
    const [a, b] = start.current;
    setDrawn([Math.min(a, x), Math.min(b, y), Math.abs(x - a), Math.abs(y - b)]);
  };
  const up = () => {
    if (!start.current) return;
    start.current = null;
    const large = drawn && drawn[2] > LEAST && drawn[3] > LEAST;
    onBox(large ? drawn : null);
    if (!large) setDrawn(null);
  };
  const key = (event) => {
    const [dx, dy] = { ArrowLeft: [-STEP, 0], ArrowRight: [STEP, 0], ArrowUp: [0, -STEP], ArrowDown: [0, STEP] }[event.key] ?? [];
    if (dx === undefined) return;
    event.preventDefault();
    const [x, y, w, h] = drawn ?? [0.25, 0.25, 0.5, 0.5];
    const next = event.shiftKey
      ? [x, y, between(w + dx, LEAST * 2, 1 - x), between(h + dy, LEAST * 2, 1 - y)]
      : [between(x + dx, 0, 1 - w), between(y + dy, 0, 1 - h), w, h];
    setDrawn(next);
    clearTimeout(settling.current);
    settling.current = setTimeout(() => tell.current(next), SETTLES);
  };
  const frame = drawn && { left: `${drawn[0] * 100}%`, top: `${drawn[1] * 100}%`, width: `${drawn[2] * 100}%`, height: `${drawn[3] * 100}%` };
  return div({ class: 'boxed' },
    div({ ref: area, class: 'boxed-area', tabindex: 0, role: 'application', 'aria-label': t('search.box'), onPointerDown: down, onPointerMove: move, onPointerUp: up, onKeyDown: key },
      img({ src: url, alt, draggable: false, onError: onBroken }),
      frame ? div({ class: 'boxed-frame', style: frame }) : null),
    drawn ? button({ type: 'button', class: 'plain', onClick: () => { clearTimeout(settling.current); setDrawn(null); onBox(null); } }, t('search.whole')) : null);
}
