// A photo as large as the screen allows, in full on a click, with the map of where it is in focus.
import { useState } from '../lib/hooks.js';
import { h, tags } from '../kit/tags.js';
import { picture } from '../kit/api.js';
import { t } from '../kit/text.js';
import { Picture } from './photo.js';

const { button, div, img, p } = tags;

/** Which of the two is on; the next photo is not in full, the map stays until it is put off. */
export function useLook(id) {
  const [of, setFull] = useState('');
  const [heat, setHeat] = useState(false);
  const full = of === id;
  return { full, heat, zoom: () => setFull(full ? '' : id), warm: () => setHeat((on) => !on) };
}

export function ReviewPhoto({ id, alt, look }) {
  const [none, setNone] = useState(''); // the photo that has no map
  const cold = none === id;
  return div({ class: `stage${look.full ? ' full' : ''}` },
    button({ type: 'button', class: 'stage-photo', 'aria-pressed': look.full, 'aria-label': t(look.full ? 'review.fit' : 'review.zoom'), onClick: (event) => { event.currentTarget.blur(); look.zoom(); } },
      look.full ? img({ key: `full ${id}`, src: picture(id), alt }) : h(Picture, { id, alt, size: 1024 }),
      look.heat && !cold && !look.full ? img({ key: `heat ${id}`, class: 'heat', src: `/api/v1/photos/${id}/heatmap`, alt: t('review.heat-alt'), onError: () => setNone(id) }) : null),
    look.heat && cold ? p({ class: 'small soft', role: 'status' }, t('review.heat-none')) : null);
}
