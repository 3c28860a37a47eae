// A button that says which key does the same.
import { tags } from '../kit/tags.js';

const { button, kbd, span } = tags;

/** A click by pointer gives the focus back, so that the space bar stays a key of the page. */
export function KeyButton({ keys, onClick, children, kind = '', ...rest }) {
  const click = (event) => {
    if (event.detail > 0) event.currentTarget.blur();
    onClick();
  };
  return button({ type: 'button', class: kind, onClick: click, 'aria-keyshortcuts': keys, ...rest },
    span(children), kbd({ 'aria-hidden': 'true' }, keys));
}
