// A button that says which key does the same.
import { tags } from '../kit/tags.js';

const { button, kbd, span } = tags;

/**
 * A click by pointer gives the focus back, so that the space bar stays a key of the page.
 *
 * @param keys the key as it is shown; shortcut its name for machines where that differs
 */
export function KeyButton({ keys, shortcut = keys, onClick, children, kind = '', ...rest }) {
  const click = (event) => {
    if (event.detail > 0) event.currentTarget.blur();
    onClick();
  };
  return button({ type: 'button', class: kind, onClick: click, 'aria-keyshortcuts': shortcut, ...rest },
    span(children), kbd({ 'aria-hidden': 'true' }, keys));
}
