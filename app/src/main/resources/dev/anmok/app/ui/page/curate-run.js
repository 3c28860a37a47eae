// Curating anew: a job of the server, watched until it ends.
import { useEffect, useRef, useState } from '../lib/hooks.js';
import { tags, h } from '../kit/tags.js';
import { duration, number, t } from '../kit/text.js';
import { del, get, post } from '../kit/api.js';
import { Failed, Notice } from '../part/notice.js';

const { div, progress, button, span } = tags;

export function useRun(onEnd) {
  const [state, set] = useState({});
  const events = useRef(null);
  useEffect(() => () => events.current?.close(), []);
  const end = (job) => { events.current?.close(); set({ job }); onEnd(job); };
  const lost = async (id) => { // the stream was closed for good: ask once how it stands
    try {
      const job = await get(`/api/v1/jobs/${id}`);
      if (['queued', 'running'].includes(job.state)) watch(id); else end(job);
    } catch (failure) {
      set(failure.status === 404 ? { gone: true } : { failure });
    }
  };
  const watch = (id) => {
    events.current = new EventSource(`/api/v1/jobs/${id}/events`);
    events.current.addEventListener('progress', (event) => set({ job: JSON.parse(event.data) }));
    events.current.addEventListener('end', (event) => end(JSON.parse(event.data)));
    events.current.onerror = () => { if (events.current.readyState === EventSource.CLOSED) lost(id); };
  };
  const start = async (how) => {
    set({ starting: true });
    try {
      const job = await post('/api/v1/curate', how);
      set({ job });
      watch(job.id);
    } catch (failure) {
      set({ failure });
    }
  };
  const running = state.starting || ['queued', 'running'].includes(state.job?.state);
  return { ...state, start, running };
}

export function Run({ run }) {
  const { job } = run;
  if (run.failure) return h(Failed, { failure: run.failure });
  if (run.gone) return h(Notice, { kind: 'warn' }, t('curate.run.gone'));
  if (!job) return null;
  if (run.running) {
    return div({ class: 'bar run', role: 'status' },
      span(t(`curate.run.${job.state}`)),
      progress({ max: job.total ?? 1, value: job.total ? job.done : undefined, 'aria-label': t('curate.run.running') }),
      span(job.total ? `${number(job.done)} / ${number(job.total)}` : ''),
      button({ type: 'button', onClick: () => del(`/api/v1/jobs/${job.id}`) }, t('cancel')));
  }
  const kept = (job.result?.reasons?.kept ?? 0) + (job.result?.reasons?.kept_by_hand ?? 0);
  return job.state === 'done'
    ? h(Notice, { kind: 'good' }, t('curate.run.done', { kept, items: job.result.items, time: duration(job.seconds) }))
    : h(Notice, { kind: job.state === 'failed' ? 'bad' : 'warn' }, job.state === 'failed' ? job.error : t('curate.run.cancelled'));
}
