// Calls of the server's API. A call that meets a lost connection waits until the server is back, one
// that meets an expired token waits until somebody has signed in; then it is made again. So a page
// need not know of either, and nothing that was typed or decided is lost. What must not be done twice
// is not sent again when only its answer was lost: that is said, and people look.
import { t } from './text.js';

class Failure extends Error {
  constructor(status, problem) {
    super(problem.detail ?? problem.title ?? String(status));
    this.status = status;
    this.problem = problem;
  }
}

const heard = new Map();

/** Tells listeners of 'lost', 'back' and 'token'. */
export function on(name, listener) {
  const all = heard.get(name) ?? new Set();
  heard.set(name, all.add(listener));
  return () => all.delete(listener);
}

function tell(name) {
  for (const listener of heard.get(name) ?? []) listener();
}

const pause = (ms, signal) => new Promise((go, stop) => {
  const timer = setTimeout(go, ms);
  signal?.addEventListener('abort', () => { clearTimeout(timer); stop(signal.reason); }, { once: true });
});

let back = null;

/** Waits until the server answers again; all calls wait for the same. */
function untilBack() {
  back ??= (async () => {
    tell('lost');
    for (;;) {
      await pause(1500);
      try {
        const got = await fetch('/health/live', { cache: 'no-store' });
        if (got.ok) break;
      } catch { /* not yet: asked again */ }
    }
    back = null;
    tell('back');
  })();
  return back;
}

let signIn = null;
let signedIn = 0; // times

/**
 * Waits until somebody has signed in. Whoever asked before the last time and hears only now that
 * nobody had, need not wait for another.
 */
function untilSignedIn(before) {
  if (before < signedIn) return null;
  signIn ??= new Promise((resolve) => {
    const off = on('signed-in', () => { off(); signIn = null; resolve(); });
    tell('token');
  });
  return signIn;
}

/** Signs in; throws a Failure if the token is not the server's. */
export async function enter(token) {
  await once('POST', '/api/v1/session', { json: { token } });
  signedIn++;
  tell('signed-in');
}

function address(path, query) {
  const parts = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value !== undefined && value !== null && value !== '' && value !== false) parts.set(name, value);
  }
  const text = parts.toString();
  return text ? `${path}?${text}` : path;
}

async function once(method, path, { query, json, form, signal } = {}) {
  const got = await fetch(address(path, query), {
    method,
    signal,
    credentials: 'same-origin',
    headers: json === undefined ? {} : { 'Content-Type': 'application/json' },
    body: json === undefined ? form : JSON.stringify(json),
  });
  if (!got.ok) {
    let problem = {};
    try { problem = await got.json(); } catch { problem = { title: got.statusText }; }
    const failure = new Failure(got.status, problem);
    failure.retryAfter = Number(got.headers.get('Retry-After') ?? 0);
    throw failure;
  }
  const type = got.headers.get('Content-Type') ?? '';
  return { data: type.includes('json') ? await got.json() : await got.text(), headers: got.headers };
}

const BUSY_TRIES = 3;
const LOST_TRIES = 3;

/**
 * Makes a call: the answer's data and headers.
 *
 * @param {{query?: object, json?: object, form?: FormData, signal?: AbortSignal, once?: boolean}} options
 * @throws {Failure} what the server says is wrong
 */
export async function call(method, path, options = {}) {
  for (let busy = 0, lost = 0; ;) {
    const before = signedIn;
    try {
      return await once(method, path, options);
    } catch (problem) {
      if (problem.name === 'AbortError') throw problem;
      if (problem instanceof TypeError && lost++ < LOST_TRIES) {
        await untilBack();
        if (options.once) throw new Failure(0, { title: t('reply-lost') });
      } else if (problem.status === 401) {
        await untilSignedIn(before);
      } else if (problem.status === 503 && busy++ < BUSY_TRIES) {
        await pause(1000 * Math.min(5, problem.retryAfter || 1), options.signal);
      } else {
        throw problem;
      }
      options.signal?.throwIfAborted();
    }
  }
}

export const get = async (path, query, signal) => (await call('GET', path, { query, signal })).data;
export const post = async (path, json, once) => (await call('POST', path, { json: json ?? {}, once })).data;
export const del = async (path, query, once) => (await call('DELETE', path, { query, once })).data;

/** Where a photo's picture is. */
export const picture = (id, size) => `/api/v1/photos/${id}/image${size ? `?size=${size}` : ''}`;
