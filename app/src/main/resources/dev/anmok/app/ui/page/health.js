// How the server and its workspace are doing.
import { useEffect, useState } from '../lib/hooks.js';
import { tags, h, all } from '../kit/tags.js';
import { get } from '../kit/api.js';
import { useAnswer } from '../kit/load.js';
import { bytes, code, fixed, number, percent, t } from '../kit/text.js';
import { Busy, Failed, Notice } from '../part/notice.js';

const { div, h1, h2, section, dl, dt, dd, table, thead, tbody, tr, th, td, button, p, span, meter } = tags;
const TICK = 5000;

const rows = (...pairs) => dl({ class: 'facts' }, pairs.filter(Boolean).flatMap(([name, value]) => [dt({ key: name }, name), dd(value)]));

function Recall() {
  const [state, set] = useState({});
  const measure = async () => {
    set({ busy: true });
    try { set({ data: await get('/api/v1/index/recall', { queries: 200, k: 10 }) }); } catch (failure) { set({ failure }); }
  };
  const { data, failure, busy } = state;
  return section({ class: 'panel' }, h2(t('health.recall')),
    p({ class: 'soft small' }, t('health.recall-why')),
    button({ type: 'button', disabled: busy, onClick: measure }, t('health.measure')),
    div({ role: 'status' }, busy ? h(Busy) : null,
      failure ? h(Failed, { failure }) : null,
      data ? all(p({ class: 'small' }, t('health.measured', { queries: data.queries, photos: data.photos })),
        table(thead(tr(th(t('health.mode')), th({ class: 'number' }, `recall@${data.k}`), th({ class: 'number' }, '95 %'), th({ class: 'number' }, 'p50 ms'), th({ class: 'number' }, 'p99 ms'))),
          tbody(Object.entries(data.modes).map(([mode, at]) => tr({ key: mode }, td(code('mode', mode)), td({ class: 'number' }, fixed(at.recall, 4)),
            td({ class: 'number' }, `${fixed(at.low, 3)}–${fixed(at.high, 3)}`), td({ class: 'number' }, fixed(at.p50_ms, 2)), td({ class: 'number' }, fixed(at.p99_ms, 2))))))) : null));
}

function Models({ models, present }) {
  return section({ class: 'panel' }, h2(t('health.models')),
    div({ class: 'wide', tabindex: 0, role: 'region', 'aria-label': t('health.models') }, table(thead(tr(th(t('health.model')), th(t('health.languages')), th(t('health.licence')), th({ class: 'number' }, t('health.size')))),
      tbody(models.map((model) => tr({ key: model.id },
        td(model.id, ' ', model.id === present ? span({ class: 'tag good' }, t('health.in-use')) : null, model.problem ? p({ class: 'bad-text small' }, model.problem) : null),
        td((model.languages ?? [model.from, model.to].filter(Boolean)).join(', ')),
        td(model.licence ?? '', model.commercial === false ? p({ class: 'soft small' }, t('health.no-commerce')) : null),
        td({ class: 'number' }, model.bytes ? bytes(model.bytes) : '')))))));
}

export default function Health() {
  const [round, setRound] = useState(0);
  useEffect(() => { const timer = setInterval(() => setRound((n) => n + 1), TICK); return () => clearInterval(timer); }, []);
  const { data: ready, failure: unready } = useAnswer((signal) => get('/health/ready', {}, signal), [round]);
  const { data: figures, failure } = useAnswer((signal) => get('/api/v1/figures', {}, signal), [round]);
  const { data: workspace } = useAnswer((signal) => get('/api/v1/workspace', {}, signal), [Math.floor(round / 6)]);
  const { data: models } = useAnswer((signal) => get('/api/v1/models', {}, signal), []);
  const asked = (figures?.cache.hits ?? 0) + (figures?.cache.misses ?? 0);
  return div(
    div({ class: 'head' }, h1(t('health.title')),
      unready ? span({ class: 'tag bad' }, t('health.not-ready')) : ready ? span({ class: 'tag good' }, t('health.ready')) : null),
    failure ? h(Failed, { failure }) : null,
    workspace && figures ? div({ class: 'two' },
      section({ class: 'panel' }, h2(t('health.workspace')), rows(
        [t('health.name-of'), workspace.name],
        [t('health.profile'), `${workspace.profile.name} – ${workspace.profile.description}`],
        [t('health.space'), workspace.space],
        [t('health.items'), number(workspace.counts.items)],
        [t('health.photos'), t('health.photos-of', { photos: workspace.counts.photos, places: workspace.counts.accepted })],
        [t('health.rejected'), Object.entries(workspace.counts.rejected).map(([reason, n]) => `${code('reason', reason)} ${number(n)}`).join(', ') || '0'],
        ...Object.entries(workspace.spaces).map(([space, n]) => [t('health.vectors'), `${space}: ${number(n)}`]),
        [t('health.catalog'), bytes(workspace.counts.bytes)])),
      section({ class: 'panel' }, h2(t('health.server')), rows(
        [t('health.since'), new Date(figures.started).toLocaleString(document.documentElement.lang)],
        [t('health.memory'), all(meter({ min: 0, max: figures.memory.heap_max, high: figures.memory.heap_max * 0.85, value: figures.memory.heap_used, 'aria-label': t('health.memory') }), ` ${t('health.of', { used: bytes(figures.memory.heap_used), max: bytes(figures.memory.heap_max) })}`)],
        [t('health.processors'), number(figures.memory.processors)],
        [t('health.work'), t('health.work-now', figures.work)],
        [t('health.index'), t(figures.index.behind > 0 ? 'health.index-behind' : 'health.index-fresh', { n: figures.index.photos })],
        [t('health.cache'), asked ? t('health.cache-of', { share: percent(figures.cache.hits / asked), n: asked }) : t('health.cache-none')],
        [t('health.texts'), number(figures.texts)],
        figures.cache.redis_hits !== undefined && ['Redis', t('health.redis', { hits: figures.cache.redis_hits, misses: figures.cache.redis_misses, failures: figures.cache.redis_failures })]))) : h(Busy),
    workspace && !workspace.counts.photos ? h(Notice, { kind: 'warn' }, t('no-photos')) : null,
    h(Recall),
    models ? h(Models, { models, present: workspace?.model }) : null);
}
