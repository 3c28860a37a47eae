// Who reviews: asked once, since every decision says who made it.
import { useState } from '../lib/hooks.js';
import { tags } from '../kit/tags.js';
import { callMe, myName } from '../kit/me.js';
import { t } from '../kit/text.js';

const { button, form, h2, input, label, p, span } = tags;

export function useName() {
  const [name, set] = useState(myName);
  return { name, rename: (next) => { callMe(next); set(myName()); } };
}

export function NameForm({ onName }) {
  const send = (event) => {
    event.preventDefault();
    onName(new FormData(event.target).get('name'));
  };
  return form({ class: 'panel', onSubmit: send },
    h2(t('review.who')),
    p(t('review.who-why')),
    label(t('review.who-name'), input({ type: 'text', name: 'name', maxlength: 64, required: true, autocomplete: 'name' })),
    p(button({ class: 'primary' }, t('review.who-do'))));
}

export const NameLine = ({ name, onChange }) => span({ class: 'small soft' }, t('review.as', { name }), ' ',
  button({ type: 'button', class: 'plain', onClick: onChange }, t('review.who-change')));
