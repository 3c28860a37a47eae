// Photos in: from folders of the server or from this computer, and what became of them.
import { useEffect, useRef, useState } from '../lib/hooks.js';
import { tags, h } from '../kit/tags.js';
import { get, post } from '../kit/api.js';
import { useAnswer } from '../kit/load.js';
import { code, t } from '../kit/text.js';
import { Busy, Empty, Failed, Notice } from '../part/notice.js';
import { Folders } from '../part/folders.js';
import { JobCard, ended } from '../part/job.js';
import { Upload } from '../part/upload.js';

const { div, h1, h2, section, ul, p, table, thead, tbody, tr, th, td, button } = tags;
const PAGE = 100;

function Rejected({ round }) {
  const [offset, setOffset] = useState(0);
  const { data, failure, again } = useAnswer((signal) => get('/api/v1/rejections', { offset, limit: PAGE }, signal), [offset, round]);
  if (failure) return h(Failed, { failure, again });
  if (!data) return h(Busy);
  if (!data.total) return h(Empty, null, p(t('jobs.none-rejected')));
  return div(p({ class: 'soft' }, t('jobs.rejected-all', { n: data.total })),
    div({ class: 'wide', tabindex: 0, role: 'region', 'aria-label': t('jobs.rejected-title') }, table(
      thead(tr(th(t('jobs.photo')), th(t('jobs.reason')), th(t('jobs.detail')))),
      tbody(data.photos.map((photo) => tr({ key: photo.image }, td(photo.image), td({ class: 'one-line' }, code('reason', photo.reason)), td({ class: 'soft' }, photo.detail)))))),
    data.total > PAGE ? div({ class: 'bar center' },
      button({ type: 'button', disabled: offset === 0, onClick: () => setOffset(Math.max(0, offset - PAGE)) }, t('jobs.before')),
      button({ type: 'button', disabled: offset + PAGE >= data.total, onClick: () => setOffset(offset + PAGE) }, t('jobs.next'))) : null);
}

/** The server's jobs, and those that it forgot because it was started again in their midst. */
function useJobs(round) {
  const asked = useAnswer((signal) => get('/api/v1/jobs', {}, signal), [round]);
  const left = useRef(new Map());
  for (const job of asked.data ?? []) {
    if (ended(job)) left.current.delete(job.id); else left.current.set(job.id, job);
  }
  const here = new Set((asked.data ?? []).map((job) => job.id));
  const sources = new Set((asked.data ?? []).map((job) => `${job.kind} ${job.source}`));
  const lost = [...left.current.values()]
    .filter((job) => !here.has(job.id) && !sources.has(`${job.kind} ${job.source}`))
    .map((job) => ({ ...job, state: 'cancelled', forgotten: true, error: t('jobs.forgotten') }));
  return { ...asked, jobs: asked.data && [...asked.data, ...lost] };
}

export default function Jobs() {
  const [round, setRound] = useState(0);
  const [wrong, setWrong] = useState(null);
  const [asking, setAsking] = useState(false);
  const { data: workspace } = useAnswer((signal) => get('/api/v1/workspace', {}, signal), [round]);
  const { jobs, failure, again } = useJobs(round);
  useEffect(() => { const timer = setInterval(() => setRound((n) => n + 1), 15000); return () => clearInterval(timer); }, []);
  const changed = () => setRound((n) => n + 1);
  const ingest = async (source) => {
    if (asking) return;
    setWrong(null);
    setAsking(true);
    try { await post('/api/v1/ingest', { source }, true); changed(); } catch (problem) { setWrong(problem); }
    setAsking(false);
  };
  return div(
    div({ class: 'head' }, h1(t('jobs.title')),
      p({ class: 'soft' }, workspace ? t('jobs.holds', { photos: workspace.counts.photos, items: workspace.counts.items }) : '')),
    wrong ? h(Failed, { failure: wrong }) : null,
    div({ class: 'two' },
      section({ class: 'panel' }, h2(t('jobs.from-folder')), h(Folders, { busy: asking, onIngest: ingest })),
      section({ class: 'panel' }, h2(t('jobs.from-here')), workspace ? h(Upload, { limits: workspace.upload, onDone: changed }) : h(Busy))),
    section({ class: 'space' }, h2(t('jobs.list')),
      failure ? h(Failed, { failure, again }) : null,
      jobs && !jobs.length ? h(Empty, null, p(t('jobs.none'))) : null,
      jobs ? ul({ class: 'stack' }, jobs.map((job) => h(JobCard, { key: job.id + (ended(job) ? 'x' : ''), job, onEnd: changed, onAgain: job.kind === 'ingest' ? () => ingest(job.source) : null }))) : h(Busy)),
    section({ class: 'space' }, h2(t('jobs.rejected-title')), h(Rejected, { round })),
    workspace?.urls ? h(Notice, null, t('jobs.urls')) : null);
}
