// How many wait, and how well the machine does by what people said so far.
import { useState } from '../lib/hooks.js';
import { h, tags } from '../kit/tags.js';
import { get, post } from '../kit/api.js';
import { useAnswer, useSettled } from '../kit/load.js';
import { number, percent, t } from '../kit/text.js';
import { trouble } from '../kit/trouble.js';
import { Notice } from './notice.js';

const { button, dd, div, dl, dt, form, h2, input, label, p, section, span } = tags;
const FIGURES = { blur: ['precision', 'missed'], category: ['agreement', 'proposals'], duplicates: ['keeper', 'copies'] };

function Share({ share }) {
  return share.trials === 0
    ? span({ class: 'soft' }, t('review.unknown'))
    : span(t('review.share', { share: percent(share.share), low: percent(share.low), high: percent(share.high), successes: number(share.successes), trials: number(share.trials) }));
}

/** Running figures of a subject; `said` grows with every verdict, they follow a little later. */
export function ReviewFigures({ subject, waiting, said }) {
  const settled = useSettled(said, 800);
  const { data } = useAnswer((signal) => get('/api/v1/review/report', { subject }, signal), [subject, settled]);
  return section({ class: 'panel', 'aria-labelledby': 'figures' },
    h2({ id: 'figures' }, t('review.figures')),
    dl({ class: 'facts' },
      dt(t('review.waiting')), dd(span({ role: 'status', 'data-waiting': waiting }, waiting === undefined ? '…' : number(waiting))),
      data ? FIGURES[subject].map((name) => [dt({ key: name }, t(`review.${name}`)), dd({ 'data-figure': name }, h(Share, { share: data[name] }))]) : null));
}

/** Draws photos of which the machine is sure, to check it by. */
export function Audit({ subject, onDrawn }) {
  const [told, tell] = useState(null);
  const [busy, setBusy] = useState(false);
  const draw = async (event) => {
    event.preventDefault();
    if (busy) return;
    const size = Number(new FormData(event.target).get('size'));
    tell(null);
    setBusy(true);
    try {
      const { drawn } = await post('/api/v1/review/audits', { subject, size }, true);
      const all = Object.values(drawn).reduce((sum, each) => sum + each, 0);
      tell({ kind: all ? 'good' : 'warn', text: all ? t('review.drawn', { n: all }) : t('review.none-drawn') });
      if (all) {
        onDrawn();
        document.querySelector('.desk-main')?.focus(); // the keys of the page decide again
      }
    } catch (problem) {
      tell({ kind: 'bad', text: trouble(problem).join(' ') });
    }
    setBusy(false);
  };
  return section({ class: 'panel', 'aria-labelledby': 'audit' },
    h2({ id: 'audit' }, t('review.audit')),
    p({ class: 'small soft' }, t('review.audit-why')),
    form({ class: 'bar', onSubmit: draw },
      label({ class: 'row' }, t('review.audit-size'), div({ class: 'narrow' }, input({ type: 'number', name: 'size', min: 1, max: 10000, defaultValue: 50, required: true }))),
      button({ 'aria-disabled': busy }, t(busy ? 'busy' : 'review.audit-do'))),
    told ? h(Notice, { kind: told.kind }, told.text) : null);
}
