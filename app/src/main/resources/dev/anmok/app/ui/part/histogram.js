// How many photos have which score, with a threshold that can be dragged or moved by the arrow keys.
import { useRef } from '../lib/hooks.js';
import { tags } from '../kit/tags.js';
import { number, signed, t } from '../kit/text.js';

const { svg, g, rect, line, text, path, title, circle } = tags;
const WIDTH = 720;
const HEIGHT = 220;
const LEFT = 8;
const FLOOR = 186;
const CEILING = 22;

/**
 * @param bins [{from, to, count}] side by side
 * @param threshold a photo stays if its score is strictly greater
 * @param onChange told a new threshold; without it nothing can be dragged
 * @param marks [{value, label}] other values to show
 * @param dots [{value, kind}] single photos, 'good' above 'bad'
 */
export function Histogram({ bins, threshold, onChange, marks = [], dots = [], label }) {
  const box = useRef(null);
  if (!bins.length) return null;
  const from = bins[0].from;
  const to = bins.at(-1).to;
  const most = Math.max(1, ...bins.map((bin) => bin.count));
  const x = (value) => LEFT + ((Math.min(to, Math.max(from, value)) - from) / (to - from)) * (WIDTH - 2 * LEFT);
  const y = (count) => FLOOR - (count / most) * (FLOOR - CEILING);
  const step = (to - from) / 200;
  const value = (event) => {
    const bounds = box.current.getBoundingClientRect();
    const place = ((event.clientX - bounds.left) / bounds.width) * WIDTH;
    return from + Math.min(1, Math.max(0, (place - LEFT) / (WIDTH - 2 * LEFT))) * (to - from);
  };
  const drag = (event) => {
    if (!onChange || event.button > 0) return;
    if (event.pointerType === 'touch' && !event.target.closest('[role="slider"]')) return; // scrolling past
    event.preventDefault();
    box.current.setPointerCapture(event.pointerId);
    onChange(value(event));
  };
  const move = (event) => { if (onChange && box.current.hasPointerCapture?.(event.pointerId)) onChange(value(event)); };
  const key = (event) => {
    const steps = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -10, PageUp: 10 }[event.key];
    const edge = { Home: from, End: to }[event.key];
    if (steps === undefined && edge === undefined) return;
    event.preventDefault();
    onChange(edge ?? Math.min(to, Math.max(from, threshold + steps * step)));
  };
  const slider = onChange
    ? { role: 'slider', tabindex: 0, 'aria-label': label ?? t('lens.threshold'), 'aria-valuemin': from, 'aria-valuemax': to, 'aria-valuenow': threshold, 'aria-valuetext': signed(threshold), onKeyDown: key }
    : {};
  return svg({ ref: box, class: 'chart', viewBox: `0 0 ${WIDTH} ${HEIGHT}`, onPointerDown: drag, onPointerMove: move, role: 'group', 'aria-label': label ?? t('lens.histogram') },
    bins.map((bin) => rect({ class: bin.from >= threshold ? 'bars in' : 'bars', x: x(bin.from) + 0.5, width: Math.max(1, x(bin.to) - x(bin.from) - 1), y: y(bin.count), height: FLOOR - y(bin.count) },
      title(`${signed(bin.from)} … ${signed(bin.to)}: ${number(bin.count)}`))),
    line({ class: 'axis', x1: LEFT, x2: WIDTH - LEFT, y1: FLOOR, y2: FLOOR }),
    ticks(from, to).map((tick) => text({ x: x(tick), y: FLOOR + 16, 'text-anchor': 'middle' }, signed(tick, 2))),
    marks.map((mark) => g({ key: mark.label }, line({ class: 'axis', x1: x(mark.value), x2: x(mark.value), y1: CEILING, y2: FLOOR, 'stroke-dasharray': '3 4' }),
      text({ x: x(mark.value), y: CEILING - 8, 'text-anchor': 'middle' }, mark.label))),
    dots.map((dot) => circle({ class: `dot ${dot.kind}`, cx: x(dot.value), cy: dot.kind === 'good' ? FLOOR - 14 : FLOOR - 5, r: 3 })),
    Number.isFinite(threshold) ? g({ ...slider },
      line({ class: 'limit', x1: x(threshold), x2: x(threshold), y1: CEILING - 4, y2: FLOOR + 4 }),
      onChange ? path({ class: 'handle', d: `M${x(threshold)} ${FLOOR + 2} l9 14 h-18 z` }) : null) : null,
  );
}

/** Round values within a range, some seven of them. */
function ticks(from, to) {
  const rough = (to - from) / 6;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((each) => each * power).find((each) => each >= rough);
  const all = [];
  for (let tick = Math.ceil(from / step) * step; tick <= to + 1e-12; tick += step) all.push(tick);
  return all;
}
