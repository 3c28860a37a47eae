// One of some copies: the picture, what tells it from the one that is kept, and its buttons.
import { h, tags } from '../kit/tags.js';
import { bytes, code, fixed, number, t } from '../kit/text.js';
import { KeyButton } from './key-button.js';
import { Photo, fileName } from './photo.js';

const { dd, div, dl, dt, li, p, span, button } = tags;
const REASON = /^([a-z ]+): (.+) against ([^;]+)(;.*)?$/;
const FIRST = 'first by name of equals';

/** Why the machine would keep a photo, in the reader's words. */
export function keeperReason(reason) {
  const parts = REASON.exec(reason);
  if (!parts) return code('review.trait', reason.replaceAll(' ', '_'));
  const [, trait, own, rival] = parts;
  const bare = (text) => text.replace(/^(mean luma|blockiness) /, '').replace(/ % too dark or burnt out$/, ' %').replace('no date', t('review.no-date')).replace('x', ' × ').replace('T', ' ');
  return t('review.trait-than', { trait: code('review.trait', trait.replaceAll(' ', '_')), own: bare(own), rival: bare(rival) })
    + (reason.includes(FIRST) ? t('review.trait-first') : '');
}

/** How much more or less than the photo that is kept. */
function than(value, kept) {
  if (value === kept || !kept) return '';
  const share = 100 * (value / kept - 1);
  return ` (${share > 0 ? '+' : '−'}${number(Math.abs(share))} %)`;
}

/**
 * @param photo as the queue lists it
 * @param kept the photo that is to be kept
 * @param mark what is said of it: kept, apart or folded
 */
export function Copy({ photo, kept, place, mark, proposed, onKeep, onApart }) {
  const own = photo.id === kept.id;
  return li({ class: `card twin is-${mark}`, 'data-photo': photo.id },
    h(Photo, { id: photo.id, alt: fileName(photo.image), size: 512, whole: true }),
    div({ class: 'bar' },
      span({ class: `tag ${{ kept: 'good', apart: 'warn', folded: '' }[mark]}` }, t(`review.mark.${mark}`)),
      proposed ? span({ class: 'tag accent' }, t('review.proposed')) : null),
    p({ class: 'small' }, fileName(photo.image)),
    dl({ class: 'facts' },
      dt(t('review.pixels')), dd(`${photo.width} × ${photo.height}${own ? '' : than(photo.width * photo.height, kept.width * kept.height)}`),
      dt(t('review.sharpness')), dd(`${fixed(photo.sharpness, 1)}${own ? '' : than(photo.sharpness, kept.sharpness)}`),
      dt(t('review.bytes')), dd(`${bytes(photo.bytes)}${own ? '' : than(photo.bytes, kept.bytes)}`),
      proposed ? null : dt(t('review.similarity')), proposed ? null : dd(`${code('review.level', photo.level)}, ${fixed(photo.cosine, 3)}`)),
    div({ class: 'bar' },
      place < 9
        ? h(KeyButton, { keys: `${place + 1}`, 'aria-pressed': own, onClick: onKeep }, t('review.keep'))
        : button({ type: 'button', 'aria-pressed': own, onClick: onKeep }, t('review.keep')),
      button({ type: 'button', 'aria-pressed': mark === 'apart', disabled: own, onClick: onApart }, t('review.apart'))));
}
