// Numbers of items by the values of their fields, to narrow a search by.
import { useState } from '../lib/hooks.js';
import { tags, h } from '../kit/tags.js';
import { useAnswer } from '../kit/load.js';
import { get } from '../kit/api.js';
import { number, spoken, t } from '../kit/text.js';

const { section, h2, h3, ul, li, label, input, span, div, button, form } = tags;
const SHOWN = 12;

const quoted = (value) => `"${String(value).replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;

/** Chosen values, `field:value` or `field:from..to` each, as a filter in the language of docs/filters.md. */
export function filterOf(chosen) {
  const fields = new Map();
  for (const each of chosen) {
    const colon = each.indexOf(':');
    const field = each.slice(0, colon);
    fields.set(field, [...(fields.get(field) ?? []), each.slice(colon + 1)]);
  }
  return [...fields].map(([field, values]) =>
    values.length === 1 && values[0].includes('..') ? `${field}:${values[0]}` : `${field}:${values.map(quoted).join(',')}`).join(' ');
}

function Range({ facet, chosen, onChosen }) {
  const own = chosen.find((each) => each.startsWith(`${facet.field}:`) && each.includes('..'));
  const [from, to] = own ? own.slice(facet.field.length + 1).split('..') : ['', ''];
  const send = (event) => {
    event.preventDefault();
    const data = new FormData(event.target);
    const range = `${data.get('from').trim()}..${data.get('to').trim()}`;
    const rest = chosen.filter((each) => !each.startsWith(`${facet.field}:`));
    onChosen(range === '..' ? rest : [...rest, `${facet.field}:${range}`]);
  };
  return form({ class: 'range', onSubmit: send, key: own },
    input({ name: 'from', type: 'text', inputmode: 'decimal', defaultValue: from, placeholder: String(facet.range.from), 'aria-label': t('search.from') }),
    span('–'),
    input({ name: 'to', type: 'text', inputmode: 'decimal', defaultValue: to, placeholder: String(facet.range.to), 'aria-label': t('search.to') }),
    button(t('search.narrow')));
}

function Facet({ facet, chosen, onChosen }) {
  const [all, setAll] = useState(false);
  const name = facet.labels[spoken()] ?? facet.field;
  const key = (value) => `${facet.field}:${value}`;
  const turn = (value) => (event) => onChosen(event.target.checked ? [...chosen, key(value)] : chosen.filter((each) => each !== key(value)));
  const values = all ? facet.values : facet.values.slice(0, 6);
  return section({ class: 'facet' }, h3(name),
    facet.range ? h(Range, { facet, chosen, onChosen }) : ul(values.map(({ value, items }) =>
      li({ key: value }, label({ class: 'row' },
        input({ type: 'checkbox', checked: chosen.includes(key(value)), onChange: turn(value) }),
        span({ class: 'grow' }, typeof value === 'boolean' ? t(value ? 'search.yes' : 'search.no') : String(value)),
        span({ class: 'soft small' }, number(items)))))),
    !facet.range && facet.values.length > 6 && !all ? button({ type: 'button', class: 'plain', onClick: () => setAll(true) }, t('more')) : null);
}

/** All facets of the profile; nothing where it has no fields. */
export function Facets({ chosen, onChosen }) {
  const filter = filterOf(chosen);
  const { data } = useAnswer((signal) => get('/api/v1/facets', { filter, limit: SHOWN }, signal), [filter]);
  if (!data?.length) return null;
  return div({ class: 'facets' }, h2({ class: 'unseen' }, t('search.filters')),
    data.filter((facet) => facet.values.length || facet.range).map((facet) => h(Facet, { key: facet.field, facet, chosen, onChosen })),
    chosen.length ? button({ type: 'button', onClick: () => onChosen([]) }, t('search.clear-filters')) : null);
}
