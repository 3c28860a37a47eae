// What is shown beside what the as-published method would show.
import { tags, h, all } from '../kit/tags.js';
import { code, t } from '../kit/text.js';
import { get } from '../kit/api.js';
import { Link } from '../kit/route.js';
import { Empty } from '../part/notice.js';
import { End, useEndless } from '../part/endless.js';
import { itemHref, Strip } from './curate-list.js';

const { div, ul, li, h2, h3, p, table, thead, tbody, tr, th, td, span } = tags;

const Totals = ({ answer }) => div({ class: 'scroll' }, table(
  thead(tr(td(), th({ class: 'number', scope: 'col' }, t('curate.compare.both')), th({ class: 'number', scope: 'col' }, t('curate.compare.only-stored')), th({ class: 'number', scope: 'col' }, t('curate.compare.only-old')))),
  tbody([['kept', answer.kept], ['photos', answer.photos]].map(([name, n]) => tr({ key: name }, th({ scope: 'row' }, t(`curate.compare.${name}`)),
    [n.both, n.only_stored, n.only_as_published].map((value, i) => td({ key: i, class: 'number' }, value)))))));

function Side({ name, side, other }) {
  return div(h3(t(`curate.compare.${name}`)),
    side.photos.length
      ? h(Strip, { ids: side.photos, alt: (n) => t(`curate.compare.nth-${name}`, { n }), mark: (id) => !other.photos.includes(id) })
      : p({ class: 'soft' }, code('curate.item', side.reason)));
}

const Row = ({ item }) => li({ class: 'curated' },
  h2(h(Link, { href: itemHref(item.item) }, item.title || item.item)),
  div({ class: 'sides' }, h(Side, { name: 'stored', side: item.stored, other: item.as_published }), h(Side, { name: 'old', side: item.as_published, other: item.stored })));

function Differences() {
  const list = useEndless((offset, limit, signal) => get('/api/v1/curate/comparison', { offset, limit }, signal), []);
  return all(
    list.answer ? h(Totals, { answer: list.answer }) : null,
    p({ class: 'soft', role: 'status' }, list.total === undefined ? '' : t('curate.compare.differ', { n: list.total, of: list.answer.compared }), ' ',
      list.total ? span({ class: 'small' }, t('curate.compare.marked')) : null),
    ul({ class: 'items' }, list.items.map((item) => h(Row, { item, key: item.item }))),
    h(End, { list }));
}

export const Compare = ({ standing }) => (standing.as_published
  ? all(p(t('curate.compare.what')), h(Differences))
  : h(Empty, null, p(t('curate.compare.absent', { profile: standing.profile }))));
