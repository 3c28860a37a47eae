// What pages that show photos say while there are none.
import { useEffect } from '../lib/hooks.js';
import { get } from '../kit/api.js';
import { useAnswer } from '../kit/load.js';
import { Link } from '../kit/route.js';
import { tags, h } from '../kit/tags.js';
import { t } from '../kit/text.js';
import { Empty } from './notice.js';

const { div, h1, p } = tags;

const LOOK = 5000;

/** Whether the workspace is known to hold no photo; asked anew for each page, and now and then while it is so. */
export function useEmpty(page) {
  const { data, again } = useAnswer((signal) => get('/api/v1/workspace', {}, signal), [page]);
  const empty = data?.counts.photos === 0;
  useEffect(() => {
    if (!empty) return undefined;
    const timer = setInterval(again, LOOK);
    return () => clearInterval(timer);
  }, [empty]);
  return empty;
}

export const NoPhotos = ({ title }) => div(div({ class: 'head' }, h1(title)),
  h(Empty, {}, p(t('no-photos')), h(Link, { href: '/jobs', class: 'button primary' }, t('jobs.title'))));
