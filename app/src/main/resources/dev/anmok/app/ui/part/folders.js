// Folders and manifests of the server that may be ingested.
import { useState } from '../lib/hooks.js';
import { tags, h } from '../kit/tags.js';
import { get } from '../kit/api.js';
import { useAnswer } from '../kit/load.js';
import { t } from '../kit/text.js';
import { Busy, Failed } from './notice.js';

const { div, ul, li, button, span, p } = tags;

/** @param busy while one is being asked for; onIngest told the path to ingest */
export function Folders({ busy, onIngest }) {
  const [path, setPath] = useState('');
  const { data, failure, again } = useAnswer((signal) => get('/api/v1/folders', { path }, signal), [path]);
  if (failure) return h(Failed, { failure, again: path ? () => setPath('') : again });
  if (!data) return h(Busy);
  if (!path && !data.sources.length) return p({ class: 'soft' }, t('jobs.no-folder'));
  return div(
    path ? div({ class: 'bar' }, button({ type: 'button', onClick: () => setPath('') }, t('jobs.up')), span({ class: 'grow soft' }, path)) : null,
    ul({ class: 'folders' }, data.sources.map((source) => li({ key: source.path, class: 'bar' },
      source.kind === 'folder'
        ? button({ type: 'button', class: 'plain grow start', onClick: () => setPath(source.path) }, `▸ ${source.name}`)
        : span({ class: 'grow' }, source.name),
      button({ type: 'button', 'aria-disabled': busy, 'aria-label': t('jobs.ingest-of', { name: source.name }), onClick: () => onIngest(source.path) }, t('jobs.ingest'))))),
    data.more ? p({ class: 'soft small' }, t('jobs.more-folders', { n: data.sources.length })) : null,
    data.sources.length ? null : p({ class: 'soft' }, t('jobs.empty-folder')));
}
