// Step two: the curve of precision and recall with its intervals, and where the labels lie.
import { tags, h } from '../kit/tags.js';
import { number, percent, signed, t } from '../kit/text.js';
import { Curve } from '../part/curve.js';
import { Histogram } from '../part/histogram.js';
import { Empty } from '../part/notice.js';

const { section, div, h2, h3, p, details, summary, table, caption, thead, tbody, tr, th, td } = tags;
const ROWS = 40;

/** A share with its interval, or a dash where labels say nothing of it. */
export const share = (each) => (each?.value === undefined ? '–' : t('threshold.share', { value: percent(each.value), low: percent(each.low), high: percent(each.high) }));

const Table = ({ points }) => {
  const every = Math.ceil(points.length / ROWS);
  const shown = points.filter((_, i) => i % every === 0);
  return details(summary(t('threshold.table')),
    div({ class: 'scroll', tabindex: 0, role: 'region', 'aria-label': t('threshold.table') }, table(
      caption({ class: 'unseen' }, t('threshold.table')),
      thead(tr(th({ scope: 'col', class: 'number' }, t('lens.threshold')), th({ scope: 'col', class: 'number' }, t('threshold.precision')), th({ scope: 'col', class: 'number' }, t('threshold.recall')),
        th({ scope: 'col', class: 'number' }, t('threshold.pictures')), th({ scope: 'col', class: 'number' }, t('threshold.items')))),
      tbody(shown.map((each) => tr({ key: each.threshold },
        th({ scope: 'row', class: 'number' }, signed(each.threshold)), td({ class: 'number' }, share(each.precision)), td({ class: 'number' }, share(each.recall)),
        td({ class: 'number' }, number(each.photos)), td({ class: 'number' }, number(each.items))))))));
};

export function Look({ curve, bins, threshold, onThreshold }) {
  const points = (curve?.points ?? []).filter((each) => each.precision.value !== undefined && each.recall.value !== undefined);
  const marks = curve?.present ? [{ value: curve.present.threshold, label: t('threshold.present') }] : [];
  const dots = (curve?.labels ?? []).map((each) => ({ value: each.delta, kind: each.good ? 'good' : 'bad' }));
  const chosen = points.findLast((each) => each.threshold <= threshold + 1e-9);
  return section({ class: 'panel' },
    h2(t('threshold.step-look')),
    div({ class: 'two' },
      div(h3(t('threshold.curve')),
        points.length ? h(Curve, { points, target: curve.target, chosen }) : h(Empty, null, p(t('threshold.no-curve'))),
        points.length ? h(Table, { points }) : null),
      div(h3(t('lens.histogram')),
        bins?.bins.length ? h(Histogram, { bins: bins.bins, threshold, onChange: onThreshold, marks, dots }) : null,
        p({ class: 'soft small' }, t('threshold.drag')),
        dots.length ? p({ class: 'small legend' }, tags.span({ class: 'tag good' }, t('threshold.good')), ' ', tags.span({ class: 'tag bad' }, t('threshold.bad')), ' ', t('threshold.dots')) : null)));
}
