// Photos that somebody dropped to search by, kept in this browser: the address of a search names one,
// so that going back or loading the page again finds it. They are sent to no other place.
const BASE = 'anmok';
const STORE = 'photos';
const MOST = 20;

const opened = () => new Promise((done, failed) => {
  const request = indexedDB.open(BASE, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(STORE);
  request.onsuccess = () => done(request.result);
  request.onerror = () => failed(request.error);
});

async function within(mode, work) {
  const base = await opened();
  try {
    return await new Promise((done, failed) => {
      const transaction = base.transaction(STORE, mode);
      const request = work(transaction.objectStore(STORE));
      transaction.oncomplete = () => done(request.result);
      transaction.onerror = () => failed(transaction.error);
      transaction.onabort = () => failed(transaction.error); // there is no more room
    });
  } finally {
    base.close();
  }
}

/** Keeps a file; its name in addresses. The oldest beyond some twenty are dropped. */
export async function keep(file) {
  const key = `${Date.now().toString(36)}${Math.random().toString(36).slice(2, 6)}`;
  await within('readwrite', (store) => store.put(file, key));
  const keys = await within('readonly', (store) => store.getAllKeys());
  for (const old of keys.sort().slice(0, Math.max(0, keys.length - MOST))) {
    await within('readwrite', (store) => store.delete(old));
  }
  return key;
}

/** The file of a name, or undefined where this browser has none. */
export const kept = (key) => within('readonly', (store) => store.get(key));
