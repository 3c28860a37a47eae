// The texts of the pages in the language chosen. Both files have the same keys.
import { useEffect, useState } from '../lib/hooks.js';

const KEY = 'anmok.language';
const LANGUAGES = ['ko', 'en'];
let words = {};
let language = 'en';
const watchers = new Set();

export function preferred() {
  const stored = localStorage.getItem(KEY);
  if (LANGUAGES.includes(stored)) return stored;
  return navigator.language?.toLowerCase().startsWith('ko') ? 'ko' : 'en';
}

/** Loads a language's texts and shows them; where they cannot be had, all stays as it is. */
export async function speak(name) {
  const got = await fetch(new URL(`../text/${name}.json`, import.meta.url));
  if (!got.ok) throw new Error(`${got.status}: ${got.url}`); // files of an earlier program
  words = await got.json();
  language = name;
  document.documentElement.lang = name;
  for (const watcher of watchers) watcher(name);
}

export async function choose(name) {
  await speak(name);
  localStorage.setItem(KEY, name);
}

export const spoken = () => language;

/** The language; whoever asks is drawn again when it changes. */
export function useLanguage() {
  const [name, set] = useState(language);
  useEffect(() => { watchers.add(set); return () => watchers.delete(set); }, []);
  return name;
}

/** The text of a key such as 'search.title', with {name}s filled in. A key without text is shown itself. */
export function t(key, values = {}) {
  const text = key.split('.').reduce((part, name) => part?.[name], words);
  if (typeof text !== 'string') return key;
  return text.replace(/\{(\w+)\}/g, (_, name) => (typeof values[name] === 'number' ? number(values[name]) : values[name] ?? ''));
}

/** The text of a code that the server may say one day before the pages know it: the code itself then. */
export function code(group, name) {
  const text = t(`${group}.${name}`);
  return text === `${group}.${name}` ? String(name).replaceAll('_', ' ') : text;
}

export const number = (value, digits = 0) => new Intl.NumberFormat(language, { maximumFractionDigits: digits }).format(value);
export const fixed = (value, digits) => new Intl.NumberFormat(language, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value);
export const signed = (value, digits = 4) => new Intl.NumberFormat(language, { minimumFractionDigits: digits, maximumFractionDigits: digits, signDisplay: 'exceptZero' }).format(value);
export const percent = (share, digits = 1) => new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: digits }).format(share);

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'];

export function bytes(value) {
  const power = Math.min(UNITS.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, value)) / 3)));
  return new Intl.NumberFormat(language, { style: 'unit', unit: UNITS[power], maximumFractionDigits: power > 1 ? 1 : 0 }).format(value / 1000 ** power);
}

export function duration(seconds) {
  const whole = Math.round(seconds);
  if (whole < 60) return t('time.seconds', { n: whole });
  if (whole < 3600) return t('time.minutes', { m: Math.floor(whole / 60), s: whole % 60 });
  return t('time.hours', { h: Math.floor(whole / 3600), m: Math.floor((whole % 3600) / 60) });
}
