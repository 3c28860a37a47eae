// The review page: photos that a person should see, by what is asked of them.
import { h, tags, all } from '../kit/tags.js';
import { Link, useRoute } from '../kit/route.js';
import { t } from '../kit/text.js';
import { NameForm, NameLine, useName } from '../part/review-name.js';
import { BlurDesk } from './review-blur.js';
import { CopiesDesk } from './review-copies.js';
import { CategoryDesk } from './review-category.js';

const { div, h1, li, nav, ul } = tags;
const DESKS = { blur: BlurDesk, duplicates: CopiesDesk, category: CategoryDesk };

export default function Page() {
  const { query } = useRoute();
  const asked = query.get('subject');
  const subject = asked in DESKS ? asked : 'blur';
  const { name, rename } = useName();
  return all(
    div({ class: 'head' }, h1(t('review.title')), name ? h(NameLine, { name, onChange: () => rename('') }) : null),
    nav({ class: 'tabs', 'aria-label': t('review.subjects') }, ul(Object.keys(DESKS).map((each) =>
      li({ key: each }, h(Link, { href: `/review?subject=${each}`, 'aria-current': each === subject ? 'page' : undefined }, t(`review.subject.${each}`)))))),
    name ? h(DESKS[subject], { key: subject }) : h(NameForm, { onName: rename }));
}
