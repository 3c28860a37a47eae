// Step three: choose by the precision wanted or by hand, save with a note, and see what was saved.
import { useEffect, useState } from '../lib/hooks.js';
import { post } from '../kit/api.js';
import { callMe, myName } from '../kit/me.js';
import { Link } from '../kit/route.js';
import { tags, h, all } from '../kit/tags.js';
import { number, percent, signed, spoken, t } from '../kit/text.js';
import { Failed, Notice } from '../part/notice.js';
import { share } from './threshold-look.js';

const { section, div, h2, h3, p, label, input, button, form, dl, dt, dd, table, caption, thead, tbody, tr, th, td } = tags;
const NOTE = 'anmok.threshold.note';

const Effect = ({ curve, point }) => dl({ class: 'facts', 'aria-live': 'polite' },
  dt(t('lens.threshold')), dd(signed(point.threshold)),
  dt(t('threshold.precision')), dd(share(point.precision)),
  dt(t('threshold.recall')), dd(share(point.recall)),
  dt(t('threshold.pictures')), dd(t('threshold.of', { n: point.photos, all: curve.pictures })),
  dt(t('threshold.items')), dd(t('threshold.of', { n: point.items, all: curve.items })));

function why(curve) {
  if (curve.missing === 'too_few') return t('threshold.missing-too-few', { threshold: signed(curve.nearest.threshold), low: percent(curve.nearest.precision.low), target: percent(curve.target) });
  return t({ no_labels: 'threshold.missing-labels', no_good: 'threshold.missing-good', too_high: 'threshold.missing-too-high' }[curve.missing] ?? 'threshold.missing-labels', { target: percent(curve.target) });
}

function Save({ path, curve, point, target, byHand, note, setNote, onSaved }) {
  const [state, set] = useState({});
  const [name, setName] = useState(myName);
  const [seen, setSeen] = useState(null);
  useEffect(() => setSeen(null), [curve.version]);
  const send = async (event) => {
    event.preventDefault();
    set({ busy: true });
    callMe(name);
    try {
      const saved = await post(`${path}/threshold`, { value: point.threshold, precision: byHand === undefined ? target : undefined, note: note.trim() || undefined, reviewer: name.trim() || undefined, version: seen ?? curve.version });
      set({ saved });
      setSeen(saved.version);
      setNote('');
      onSaved();
    } catch (failure) {
      if (failure.status === 409 && failure.problem.present) {
        setSeen(failure.problem.present.version);
        set({ other: failure.problem.present });
        onSaved();
      } else { set({ failure }); }
    }
  };
  const { saved, other } = state;
  const late = byHand === undefined && curve.target !== target; // another target's curve is still shown
  return all(
    saved ? h(Notice, { kind: 'good', action: h(Link, { href: '/curate', class: 'button' }, t('threshold.to-curate')) }, t('threshold.saved', { n: saved.version, value: signed(saved.value), file: saved.file })) : null,
    other ? h(Notice, { kind: 'warn' }, t('threshold.conflict', { who: other.by, n: other.version, value: signed(other.value) })) : null,
    state.failure ? h(Failed, { failure: state.failure }) : null,
    form({ class: 'bar', onSubmit: send },
      label({ class: 'grow' }, t('threshold.note'), input({ type: 'text', value: note, maxlength: 300, onInput: (e) => setNote(e.target.value) })),
      label({ class: 'short' }, t('threshold.reviewer'), input({ type: 'text', value: name, maxlength: 64, autocomplete: 'name', onInput: (e) => setName(e.target.value) })),
      button({ class: 'primary', disabled: !point || late || state.busy }, point ? t('threshold.save', { value: signed(point.threshold) }) : t('save'))));
}

const when = (text) => new Intl.DateTimeFormat(spoken(), { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(text));

const Versions = ({ versions, onBack }) => (versions.length
  ? div({ class: 'scroll', tabindex: 0, role: 'region', 'aria-label': t('threshold.versions') }, table(
    caption({ class: 'unseen' }, t('threshold.versions')),
    thead(tr(['version', 'value', 'when', 'who', 'labels', 'precision', 'recall', 'note'].map((name) => th({ scope: 'col', key: name }, t(`threshold.${name}`))), th({ scope: 'col' }, tags.span({ class: 'unseen' }, t('threshold.back'))))),
    tbody(versions.map((each) => tr({ key: each.version },
      th({ scope: 'row' }, number(each.version)), td(signed(each.value)), td(when(each.at)), td(each.by), td(number(each.labels)), td(share(each.precision)), td(share(each.recall)), td(each.note),
      td(button({ type: 'button', onClick: () => onBack(each), 'aria-label': t('threshold.back-to', { n: each.version }) }, t('threshold.back'))))))))
  : p({ class: 'soft' }, t('threshold.no-versions')));

export function Choose({ path, curve, busy, target, byHand, onChoose, onSaved, versions }) {
  const [note, keep] = useState(() => localStorage.getItem(NOTE) ?? '');
  const setNote = (text) => { keep(text); if (text) localStorage.setItem(NOTE, text); else localStorage.removeItem(NOTE); };
  if (!curve) return null;
  const point = byHand === undefined ? curve.chosen : curve.at?.threshold === byHand ? curve.at : undefined;
  const slide = (event) => { const value = Number(event.target.value); if (value >= 0.01 && value <= 1) onChoose({ target: value }); };
  const back = (version) => { onChoose({ target, byHand: version.value }); setNote(t('threshold.back-note', { n: version.version })); };
  return section({ class: 'panel' },
    h2(t('threshold.step-choose')),
    div({ class: 'two' },
      div(
        label(t('threshold.target', { target: percent(target) }), input({ type: 'range', min: 0.5, max: 0.99, step: 0.01, value: target, 'aria-valuetext': percent(target), onInput: slide })),
        label({ class: 'short' }, t('threshold.target-number'), input({ type: 'number', min: 0.01, max: 1, step: 0.01, value: target, onChange: slide })),
        byHand === undefined ? null : button({ type: 'button', onClick: () => onChoose({ target }) }, t('threshold.by-target')),
        p({ class: 'soft small' }, t('threshold.rule'))),
      div({ 'aria-busy': busy },
        h3(byHand === undefined ? t('threshold.chosen') : t('threshold.by-hand')),
        point ? h(Effect, { curve, point }) : byHand === undefined ? h(Notice, { kind: 'warn' }, why(curve)) : p({ class: 'soft' }, t('busy')),
        curve.present ? all(h3(t('threshold.now')), h(Effect, { curve, point: curve.present }), p({ class: 'soft small' }, t('threshold.origin', { origin: curve.present.origin }))) : p({ class: 'soft' }, t('threshold.none-now')))),
    h(Save, { path, curve, point, target, byHand, note, setNote, onSaved }),
    h3(t('threshold.versions')),
    versions ? h(Versions, { versions: versions.versions, onBack: back }) : null);
}
