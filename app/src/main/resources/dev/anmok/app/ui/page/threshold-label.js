// Step one: draw a sample and say of each photo whether it shows what the profile looks for.
import { useEffect, useState } from '../lib/hooks.js';
import { picture, post } from '../kit/api.js';
import { useKeys } from '../kit/keys.js';
import { callMe, myName } from '../kit/me.js';
import { tags, h, all } from '../kit/tags.js';
import { t } from '../kit/text.js';
import { KeyButton } from '../part/key-button.js';
import { Failed, Notice } from '../part/notice.js';
import { Photo, fileName } from '../part/photo.js';
import { useLabels } from './threshold-labels.js';

const { section, div, h2, p, ul, li, button, input, label, progress, form, b } = tags;

function Draw({ path, size, onDrawn, first }) {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState(null);
  const send = async (event) => {
    event.preventDefault();
    setBusy(true);
    try {
      await post(`${path}/samples`, { size: Number(new FormData(event.target).get('size')) });
      setFailure(null);
      onDrawn();
    } catch (problem) { setFailure(problem); }
    setBusy(false);
  };
  return form({ class: 'bar', onSubmit: send },
    failure ? h(Failed, { failure }) : null,
    label({ class: 'short' }, t('threshold.size'), input({ type: 'number', name: 'size', min: 20, max: 500, required: true, defaultValue: size })),
    button({ class: first ? 'primary' : '', disabled: busy }, busy ? t('busy') : t(first ? 'threshold.draw' : 'threshold.draw-more')));
}

const Sought = ({ sample }) => div({ class: 'sought' },
  div(b(t('threshold.should')), ul(sample.positive.map((each) => li({ key: each }, each)))),
  div(b(t('threshold.should-not')), ul(sample.negative.map((each) => li({ key: each }, each)))));

export function Label({ path, sample, onDrawn, onLabel }) {
  const [name, setName] = useState(myName);
  const { of, at, look, trouble, say: store, undo, reread } = useLabels({ path, sample, name, onLabel, onDrawn });
  const { photos } = sample;
  const open = photos.find((photo) => !of(photo));
  const photo = photos.find((each) => each.id === at) ?? open;
  const done = photos.filter((each) => of(each)).length;
  const skipped = photos.filter((each) => of(each)?.label === 'skip');
  const say = (word) => store(photo, word);
  useKeys(photos.length ? { g: () => say('good'), b: () => say('bad'), ' ': () => say('skip'), u: undo } : {});

  const next = photos.find((each) => each !== photo && !of(each))?.id;
  useEffect(() => { if (next) new Image().src = picture(next, 1024); }, [next]);

  if (!photos.length) {
    return section({ class: 'panel' }, h2(t('threshold.step-label')), p(t('threshold.why-label')), h(Draw, { path, size: 120, onDrawn, first: true }));
  }
  const now = photo && of(photo);
  return section({ class: 'panel' },
    h2(t('threshold.step-label')),
    div({ class: 'bar' },
      p({ class: 'grow', role: 'status' }, t('threshold.progress', { done, all: photos.length })),
      label({ class: 'short' }, t('threshold.reviewer'), input({ type: 'text', value: name, maxlength: 64, autocomplete: 'name', onInput: (e) => { setName(e.target.value.trim()); callMe(e.target.value); } }))),
    progress({ value: done, max: photos.length, 'aria-label': t('threshold.progress', { done, all: photos.length }) }),
    trouble?.failure ? h(Failed, { failure: trouble.failure }) : null,
    trouble && !trouble.failure ? h(Notice, { kind: 'warn' }, trouble.other ? t('threshold.other-said', { who: trouble.other.reviewer, what: t(`threshold.${trouble.other.label}`) }) : t('threshold.taken-back')) : null,
    photo ? div({ class: 'asking' },
      div(h(Photo, { id: photo.id, alt: t('threshold.photo', { name: fileName(photo.image) }), size: 1024, whole: true }),
        now ? p({ class: 'soft' }, t('threshold.stands', { who: now.reviewer, what: t(`threshold.${now.label}`) })) : null),
      div(p({ class: 'question' }, t('threshold.question')),
        h(Sought, { sample }),
        div({ class: 'answers' },
          h(KeyButton, { keys: 'G', kind: 'primary', onClick: () => say('good') }, t('threshold.good')),
          h(KeyButton, { keys: 'B', onClick: () => say('bad') }, t('threshold.bad')),
          h(KeyButton, { keys: t('threshold.space'), shortcut: 'Space', onClick: () => say('skip') }, t('threshold.skip')),
          h(KeyButton, { keys: 'U', kind: 'plain', onClick: undo }, t('threshold.undo')))))
      : all(p({ role: 'status' }, t('threshold.all-done')),
        div({ class: 'bar' },
          skipped.length ? button({ type: 'button', onClick: () => look(skipped[0].id) }, t('threshold.see-skipped', { n: skipped.length })) : null,
          h(KeyButton, { keys: 'U', kind: 'plain', onClick: undo }, t('threshold.undo')))),
    h(Draw, { path, size: Math.min(500, photos.length + 60), onDrawn: reread }),
    p({ class: 'soft small' }, t('threshold.draw-note')));
}
