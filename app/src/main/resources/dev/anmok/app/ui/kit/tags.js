// Elements as functions: div({ class: 'x' }, 'text', span('more')). Preact makes them; an attribute
// object may be left out.
import { h, Fragment } from '../lib/preact.js';

const plain = (value) => value !== null && typeof value === 'object' && !Array.isArray(value) && !('__v' in value) && !('constructor' in value && value.constructor === undefined);

export const tags = new Proxy({}, {
  get: (_, name) => (first, ...rest) => (plain(first) ? h(name, first, ...rest) : h(name, null, first, ...rest)),
});

export const all = (...children) => h(Fragment, null, ...children);
export { h };
