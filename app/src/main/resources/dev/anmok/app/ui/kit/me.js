// Who sits before the screen: a name that is stored with decisions, kept in this browser.
const KEY = 'anmok.name';

export const myName = () => localStorage.getItem(KEY) ?? '';

export function callMe(name) {
  const text = name.trim().slice(0, 64);
  if (text) localStorage.setItem(KEY, text); else localStorage.removeItem(KEY);
}
