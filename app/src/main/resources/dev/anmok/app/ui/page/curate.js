// Curation: the items with the photos that stand for them, one item, the threshold, another method.
import { tags, h } from '../kit/tags.js';
import { t } from '../kit/text.js';
import { get } from '../kit/api.js';
import { useAnswer } from '../kit/load.js';
import { Link, useRoute } from '../kit/route.js';
import { Busy, Failed } from '../part/notice.js';
import { Items } from './curate-list.js';
import { ItemView } from './curate-item.js';
import { Lens } from './curate-lens.js';
import { Compare } from './curate-compare.js';

const { div, h1, nav, ul, li } = tags;
const VIEWS = { '': Items, threshold: Lens, compare: Compare };

function decoded(text) {
  try { return decodeURIComponent(text); } catch { return text; }
}

function Overview({ query }) {
  const view = VIEWS[query.get('view')] ? query.get('view') : '';
  const standing = useAnswer((signal) => get('/api/v1/curate', {}, signal), []);
  const tab = (name) => li({ key: name },
    h(Link, { href: name ? `/curate?view=${name}` : '/curate', 'aria-current': name === view ? 'page' : undefined }, t(`curate.view.${name || 'items'}`)));
  return div({ class: 'curate' },
    div({ class: 'head' }, h1(t('curate.name')), nav({ 'aria-label': t('curate.views'), class: 'views' }, ul(Object.keys(VIEWS).map(tab)))),
    standing.failure ? h(Failed, { failure: standing.failure, again: standing.again })
      : standing.data ? h(VIEWS[view], { standing: standing.data, again: standing.again, query }) : h(Busy));
}

export default function Page() {
  const { path, query } = useRoute();
  const item = path.startsWith('/curate/') ? decoded(path.slice('/curate/'.length)) : '';
  return item ? h(ItemView, { id: item, key: item }) : h(Overview, { query });
}
