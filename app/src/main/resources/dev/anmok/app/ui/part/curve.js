// Precision against recall with the interval of the precision as a band.
import { tags } from '../kit/tags.js';
import { percent, signed, t } from '../kit/text.js';

const { svg, g, path, polygon, line, text, circle, title } = tags;
const WIDTH = 600;
const HEIGHT = 330;
const LEFT = 48;
const RIGHT = 12;
const TOP = 12;
const FLOOR = 288;

/**
 * @param points [{threshold, precision: {value, low, high}, recall: {value}}], thresholds rising
 * @param target the precision wanted, a dashed line
 * @param chosen one of the points, marked
 */
export function Curve({ points, target, chosen }) {
  const x = (share) => LEFT + share * (WIDTH - LEFT - RIGHT);
  const y = (share) => FLOOR - share * (FLOOR - TOP);
  const at = (each, share) => `${x(each.recall.value).toFixed(1)},${y(share).toFixed(1)}`;
  const band = [...points.map((each) => at(each, each.precision.high)), ...points.toReversed().map((each) => at(each, each.precision.low))];
  const ticks = [0, 0.25, 0.5, 0.75, 1];
  return svg({ class: 'chart', viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: 'img', 'aria-label': t('threshold.curve') },
    ticks.map((tick) => g({ key: tick },
      line({ class: 'grid-line', x1: x(0), x2: x(1), y1: y(tick), y2: y(tick) }),
      text({ x: LEFT - 6, y: y(tick) + 4, 'text-anchor': 'end' }, percent(tick, 0)),
      text({ x: x(tick), y: FLOOR + 16, 'text-anchor': 'middle' }, percent(tick, 0)))),
    polygon({ class: 'band', points: band.join(' ') }),
    path({ class: 'curve', d: `M${points.map((each) => at(each, each.precision.value)).join(' L')}` }),
    target ? line({ class: 'axis', x1: x(0), x2: x(1), y1: y(target), y2: y(target), 'stroke-dasharray': '4 4' }) : null,
    chosen ? g(line({ class: 'limit', x1: x(chosen.recall.value), x2: x(chosen.recall.value), y1: y(chosen.precision.low), y2: y(chosen.precision.high) }),
      circle({ class: 'handle', cx: x(chosen.recall.value), cy: y(chosen.precision.value), r: 6 }, title(signed(chosen.threshold)))) : null,
    text({ x: x(0.5), y: HEIGHT - 6, 'text-anchor': 'middle' }, t('threshold.recall')),
    text({ x: 12, y: y(0.5), 'text-anchor': 'middle', transform: `rotate(-90 12 ${y(0.5)})` }, t('threshold.precision')));
}
