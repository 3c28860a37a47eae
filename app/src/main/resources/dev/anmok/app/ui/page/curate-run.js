// Curating anew: a job of the server, watched until it ends.
import { useState } from '../lib/hooks.js';
import { tags, h } from '../kit/tags.js';
import { duration, number, t } from '../kit/text.js';
import { post } from '../kit/api.js';
import { Cancel, JobError, ended, useJob } from '../part/job.js';
import { Failed, Notice } from '../part/notice.js';

const { div, progress, span } = tags;

export function useRun(onEnd) {
  const [first, setFirst] = useState(null);
  const [state, set] = useState({});
  const job = useJob(first, onEnd);
  const start = async (how) => {
    set({ starting: true });
    try {
      setFirst(await post('/api/v1/curate', how, true));
      set({});
    } catch (failure) {
      set({ failure });
    }
  };
  return { ...state, job, start, running: Boolean(state.starting || (job && !ended(job))) };
}

export function Run({ run }) {
  const { job } = run;
  if (run.failure) return h(Failed, { failure: run.failure });
  if (!job) return null;
  if (!ended(job)) {
    return div({ class: 'bar run', role: 'status' },
      span(t(`curate.run.${job.state}`)),
      progress({ max: job.total ?? 1, value: job.total ? job.done : undefined, 'aria-label': t('curate.run.running') }),
      span(job.total ? `${number(job.done)} / ${number(job.total)}` : ''),
      h(Cancel, { job }));
  }
  const kept = (job.result?.reasons?.kept ?? 0) + (job.result?.reasons?.kept_by_hand ?? 0);
  return job.state === 'done'
    ? h(Notice, { kind: 'good' }, t('curate.run.done', { kept, items: job.result.items, time: duration(job.seconds) }))
    : job.error ? h(JobError, { job }) : h(Notice, { kind: 'warn' }, t('curate.run.cancelled'));
}
