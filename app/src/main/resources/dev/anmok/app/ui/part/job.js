// A job on the server: how far it is, as it says itself by events.
import { useEffect, useState } from '../lib/hooks.js';
import { tags, h, all } from '../kit/tags.js';
import { del, get } from '../kit/api.js';
import { code, duration, number, signed, t } from '../kit/text.js';
import { trouble } from '../kit/trouble.js';
import { Failed, Notice, Trouble } from './notice.js';

const { div, span, p, progress, button, ul, li } = tags;
const WAIT = 700;
const ENDED = new Set(['done', 'failed', 'cancelled']);

export const ended = (job) => ENDED.has(job.state);

/**
 * Follows a job until it ends: while it waits by asking now and then, for browsers hold few streams
 * open at a time, and while it runs by its events.
 *
 * @param onEnd told the job once it has ended
 */
export function useJob(first, onEnd) {
  const [job, set] = useState(first);
  useEffect(() => {
    set(first);
    if (!first || ended(first)) return undefined;
    let here = true;
    let stream = null;
    let timer = 0;
    const heard = (now) => {
      if (!here) return;
      set(now);
      if (ended(now)) { here = false; stream?.close(); onEnd?.(now); }
    };
    const look = async () => {
      try {
        const now = await get(`/api/v1/jobs/${first.id}`); // waits until the server is back
        heard(now);
        if (here && now.state === 'running') listen();
        else if (here) timer = setTimeout(look, WAIT);
      } catch (problem) {
        heard(problem.status === 404 ? { ...first, state: 'cancelled', forgotten: true, error: t('jobs.forgotten') }
          : { ...first, state: 'failed', error: trouble(problem).join(' ') });
      }
    };
    const listen = () => {
      stream = new EventSource(`/api/v1/jobs/${first.id}/events`);
      stream.addEventListener('progress', (event) => heard(JSON.parse(event.data)));
      stream.addEventListener('end', (event) => heard(JSON.parse(event.data)));
      stream.onerror = () => { stream.close(); if (here) timer = setTimeout(look, WAIT); };
    };
    if (first.state === 'running') listen(); else look();
    return () => { here = false; clearTimeout(timer); stream?.close(); };
  }, [first?.id]);
  return job;
}

const KIND = { done: 'good', failed: 'bad', cancelled: 'warn', running: 'accent', queued: '' };

const WITH_SOURCE = new Set(['ingest', 'reembed', 'switch']); // these go through photos
const ALWAYS = new Set(['photos', 'threshold']); // whatever their number

/** Numbers of what came of it, in words; how long it took is said elsewhere. */
const result = (job) => Object.entries(job.result ?? {})
  .filter(([name, value]) => typeof value === 'number' && name !== 'seconds' && (value > 0 || ALWAYS.has(name)))
  .map(([name, value]) => `${code('job-result', name)} ${name === 'threshold' ? signed(value) : number(value, 1)}`);

/** Why a job did not come to its end. */
export const JobError = ({ job }) => h(Notice, { kind: job.state === 'failed' ? 'bad' : 'warn' },
  job.forgotten ? job.error : Trouble({ line: t('trouble.job'), detail: job.error }));

/** Stops a job. */
export function Cancel({ job }) {
  const [failure, set] = useState(null);
  const cancel = () => { set(null); del(`/api/v1/jobs/${job.id}`).catch(set); };
  return all(failure ? h(Failed, { failure }) : null, button({ type: 'button', onClick: cancel }, t('cancel')));
}

/** One job: its state, bar, rate, time left, and what came of it. */
export function JobCard({ job: first, onEnd, onAgain }) {
  const job = useJob(first, onEnd);
  const running = job.state === 'running';
  const share = job.total > 0 ? job.done / job.total : undefined;
  return li({ class: 'panel job' },
    div({ class: 'bar' },
      span({ class: `tag ${KIND[job.state]}` }, code('job-state', job.state)),
      span({ class: 'grow' }, WITH_SOURCE.has(job.kind) ? `${code('job-kind', job.kind)} · ${job.source}` : code('job-kind', job.kind)),
      ended(job)
        ? (job.state !== 'done' && onAgain ? button({ type: 'button', onClick: () => onAgain(job) }, t(job.state === 'failed' ? 'again' : 'jobs.resume')) : null)
        : h(Cancel, { job })),
    ended(job) ? null : progress({ max: 1, value: share, 'aria-label': t('jobs.progress') }),
    p({ class: 'soft small', role: 'status' }, [
      running || job.done ? t(WITH_SOURCE.has(job.kind) ? 'jobs.done' : 'jobs.steps', { done: job.done, total: job.total > 0 ? number(job.total) : '?' }) : '',
      job.rejected ? t('jobs.rejected', { n: job.rejected }) : '',
      job.photos_per_second && job.kind === 'ingest' ? t('jobs.rate', { n: number(job.photos_per_second, 1) }) : '',
      job.seconds_left !== undefined ? t('jobs.left', { time: duration(job.seconds_left) }) : '',
      job.seconds !== undefined && ended(job) ? duration(job.seconds) : '',
    ].filter(Boolean).join(' · ')),
    job.error ? h(JobError, { job }) : null,
    job.state === 'done' && result(job).length ? p({ class: 'small' }, result(job).join(' · ')) : null,
    (job.result?.misfits ?? []).length ? all(p({ class: 'small' }, t('jobs.misfits')), ul({ class: 'small', lang: 'en' }, job.result.misfits.map((line) => li({ key: line }, line)))) : null);
}

