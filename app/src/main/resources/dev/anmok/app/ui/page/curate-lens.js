// The lens's histogram with a threshold to drag: what would stay, and which photos lie next to it.
import { useEffect, useState } from '../lib/hooks.js';
import { tags, h, all } from '../kit/tags.js';
import { number, t } from '../kit/text.js';
import { get } from '../kit/api.js';
import { useAnswer, useSettled } from '../kit/load.js';
import { Busy, Failed } from '../part/notice.js';
import { Histogram } from '../part/histogram.js';
import { Strip } from './curate-list.js';
import { Run, useRun } from './curate-run.js';

const { div, p, h2, h3, form, label, span, input, select, option, button, strong } = tags;
const BINS = 200;

/** How many values exceed a limit, by bars; of the bar that it lies in a part counts. */
function above(bins, limit) {
  let sum = 0;
  for (const bin of bins) {
    if (bin.from >= limit) sum += bin.count;
    else if (bin.to > limit) sum += bin.count * (bin.to - limit) / (bin.to - bin.from);
  }
  return Math.round(sum);
}

/** The present threshold, and the proposed one unless their names would lie on each other. */
function marked(data, present) {
  if (!data.bins.length) return [];
  const room = (data.bins.at(-1).to - data.bins[0].from) / 10;
  const marks = present === undefined ? [] : [{ value: present, label: t('curate.lens.present') }];
  const clear = data.proposed !== undefined && !(Math.abs(data.proposed - present) < room);
  return clear ? [...marks, { value: data.proposed, label: t('curate.lens.proposed') }] : marks;
}

/** A threshold on an edge of the bars, where counts are exact. */
function onEdge(bins, value) {
  const width = bins[0].to - bins[0].from;
  return Number((bins[0].from + Math.round((value - bins[0].from) / width) * width).toFixed(6));
}

function Stay({ data, threshold, exact }) {
  const photos = exact?.threshold === threshold ? exact.photos : above(data.bins, threshold);
  const items = exact?.threshold === threshold ? exact.items : above(data.items.bins, threshold);
  return p({ class: 'stay', role: 'status' },
    t('curate.lens.photos', { n: photos, of: data.photos }), ' · ', strong(t('curate.lens.items', { n: items, of: data.items.total })));
}

function Next({ near }) {
  return div({ class: 'nextto' },
    ['below', 'above'].map((side) => div({ key: side }, h3(t(`curate.lens.${side}`)),
      near[side].length ? h(Strip, { ids: side === 'below' ? [...near.below].reverse() : near.above, alt: (n) => t('curate.lens.near', { n }) }) : p({ class: 'soft' }, t('curate.lens.nothing')))));
}

function Rule({ standing, how, set, run }) {
  const count = (name, least) => label({ key: name }, span(t(`curate.lens.${name}`)),
    input({ type: 'number', min: least, max: 1000, required: true, value: how[name], onInput: (event) => set({ ...how, [name]: event.target.value }) }));
  const methods = ['delta', ...(standing.as_published ? ['as-published'] : []), ...(how.method === 'useful' ? ['useful'] : [])];
  const send = (event) => {
    event.preventDefault();
    run.start({ threshold: Number(how.threshold), keep: Number(how.keep), require: Number(how.require), method: how.method });
  };
  return form({ class: 'bar rule', onSubmit: send },
    label(span(t('lens.threshold')), input({ type: 'number', step: 'any', min: -2, max: 2, required: true, value: how.threshold, onInput: (event) => set({ ...how, threshold: event.target.value }) })),
    count('keep', 1), count('require', 0),
    label(span(t('curate.lens.method')), select({ value: how.method, onChange: (event) => set({ ...how, method: event.target.value }) },
      methods.map((each) => option({ key: each, value: each }, t(`curate.method.${each}`))))),
    button({ class: 'primary', disabled: run.running }, t('curate.lens.do')));
}

export function Lens({ standing, again }) {
  const last = standing.last ?? standing.default;
  const [how, set] = useState({ threshold: last.threshold ?? '', keep: last.keep, require: last.require, method: last.method });
  const run = useRun((job) => { if (job.state === 'done') again(); });
  const path = `/api/v1/lenses/${encodeURIComponent(standing.lens)}`;
  const require = useSettled(how.require, 300);
  const spread = useAnswer((signal) => get(`${path}/distribution`, { bins: BINS, require: String(require) }, signal), [require]);
  const threshold = how.threshold === '' ? undefined : Number(how.threshold);
  const settled = useSettled(threshold, 150);
  const near = useAnswer((signal) => (Number.isFinite(settled) ? get(`${path}/threshold`, { value: String(settled), require: String(require), photos: 5 }, signal) : Promise.resolve(null)), [settled, require]);
  useEffect(() => { // nothing known: begin where the two modes part
    if (spread.data?.proposed !== undefined && how.threshold === '') set({ ...how, threshold: onEdge(spread.data.bins, spread.data.proposed) });
  }, [spread.data]);
  if (spread.failure) return h(Failed, { failure: spread.failure, again: spread.again });
  if (!spread.data) return h(Busy, { text: t('curate.lens.looking') });
  const { data } = spread;
  const marks = marked(data, standing.last?.threshold);
  return all(
    h2(t('curate.lens.title', { lens: data.lens, n: number(data.photos) })),
    div({ class: 'panel' },
      data.bins.length ? h(Histogram, { bins: data.bins, threshold, marks, onChange: (value) => set({ ...how, threshold: onEdge(data.bins, value) }) }) : p(t('curate.lens.nothing')),
      Number.isFinite(threshold) ? h(Stay, { data, threshold, exact: near.data }) : null,
      p({ class: 'small soft' }, t('curate.lens.note', { n: data.items.require }))),
    h(Rule, { standing, how, set, run }),
    h(Run, { run }),
    near.data ? h(Next, { near: near.data }) : null);
}
