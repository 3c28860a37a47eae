// The threshold workbench: label a drawn sample, see what each threshold does, choose and save one.
import { useEffect, useState } from '../lib/hooks.js';
import { get } from '../kit/api.js';
import { useAnswer, useSettled } from '../kit/load.js';
import { go, useRoute } from '../kit/route.js';
import { tags, h } from '../kit/tags.js';
import { t } from '../kit/text.js';
import { Busy, Failed } from '../part/notice.js';
import { Label } from './threshold-label.js';
import { Look } from './threshold-look.js';
import { Choose } from './threshold-choose.js';

const { div, h1, p } = tags;
const TARGET = 0.9;
const PAGE = 250;

/** All photos of the sample; some hundred at most. */
async function whole(path, signal) {
  const first = await get(`${path}/samples`, { limit: PAGE }, signal);
  let { next } = first;
  while (next) {
    const more = await get(`${path}/samples`, { limit: PAGE, cursor: next }, signal);
    first.photos.push(...more.photos);
    next = more.next;
  }
  return first;
}

const inside = (text, least, most) => {
  const value = text === null ? NaN : Number(text);
  return Number.isFinite(value) && value >= least && value <= most ? value : undefined;
};

function Bench({ path }) {
  const { query } = useRoute();
  const [{ target, byHand }, choose] = useState({ target: inside(query.get('precision'), 0.01, 1) ?? TARGET, byHand: inside(query.get('threshold'), -2, 2) });
  const [labels, setLabels] = useState(0);
  const settled = useSettled(labels, 1200);
  const asked = useSettled(`${target} ${byHand ?? ''}`, 250);
  const sample = useAnswer((signal) => whole(path, signal), [path]);
  const bins = useAnswer((signal) => get(`${path}/distribution`, { bins: 60 }, signal), [path]);
  const versions = useAnswer((signal) => get(`${path}/threshold/versions`, undefined, signal), [path]);
  const curve = useAnswer((signal) => {
    const [precision, threshold] = asked.split(' ');
    return get(`${path}/curve`, { precision, threshold }, signal);
  }, [path, asked, settled]);
  useEffect(() => { // browsers allow few changes of the address a second
    const [precision, threshold] = asked.split(' ');
    go('/threshold', { precision: Number(precision) === TARGET ? '' : precision, threshold }, true);
  }, [asked]);
  const drawn = () => { sample.again(); setLabels((n) => n + 1); };
  const saved = () => { versions.again(); curve.again(); };
  const threshold = byHand ?? curve.data?.chosen?.threshold ?? curve.data?.present?.threshold;

  if (sample.failure && !sample.data) return h(Failed, sample);
  if (!sample.data) return h(Busy);
  return div({ class: 'bench' },
    h(Label, { path, sample: sample.data, onDrawn: drawn, onLabel: () => setLabels((n) => n + 1) }),
    curve.failure ? h(Failed, curve) : null,
    h(Look, { curve: curve.data, bins: bins.data, threshold, onThreshold: (value) => choose({ target, byHand: Math.round(value * 1e4) / 1e4 }) }),
    h(Choose, { path, curve: curve.data, busy: curve.busy, target, byHand, onChoose: choose, onSaved: saved, versions: versions.data }));
}

export default function Page() {
  const workspace = useAnswer((signal) => get('/api/v1/workspace', undefined, signal), []);
  const lens = workspace.data?.profile.lens.name;
  return div(
    div({ class: 'head' }, h1(t('threshold.name')), lens ? p({ class: 'soft' }, t('threshold.about', { lens, profile: workspace.data.profile.name })) : null),
    workspace.failure ? h(Failed, workspace) : lens ? h(Bench, { path: `/api/v1/lenses/${encodeURIComponent(lens)}` }) : h(Busy));
}
