// The shell around all pages: navigation, language, light and dark, signing in, lost connections.
import { h, render } from './lib/preact.js';
import { useEffect, useRef, useState } from './lib/hooks.js';
import { enter, on } from './kit/api.js';
import { Link, useRoute } from './kit/route.js';
import { tags, all } from './kit/tags.js';
import { choose, preferred, speak, spoken, t, useLanguage } from './kit/text.js';
import { trouble } from './kit/trouble.js';
import { NoPhotos, useEmpty } from './part/no-photos.js';
import { Busy, Notice } from './part/notice.js';

const { a, header, nav, ul, li, main, img, div, button, dialog, form, h2, p, label, input } = tags;

const PAGES = [
  ['/', 'search'], ['/curate', 'curate'], ['/review', 'review'], ['/threshold', 'threshold'],
  ['/albums', 'albums'], ['/jobs', 'jobs'], ['/health', 'health'],
];
const LOOKING = new Set(['search', 'curate', 'review', 'threshold', 'albums']); // at photos
const THEME = 'anmok.theme';

const pageOf = (path) => PAGES.find(([at]) => at === '/' ? path === '/' : path === at || path.startsWith(`${at}/`))?.[1];

function shown() {
  const chosen = document.documentElement.dataset.theme;
  return chosen || (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');
}

/** @param onLanguage told why another language could not be had, '' where it was */
function Top({ page, onLanguage }) {
  const [, redraw] = useState(0);
  const other = spoken() === 'ko' ? 'en' : 'ko';
  const turn = () => {
    const next = shown() === 'dark' ? 'light' : 'dark';
    document.documentElement.dataset.theme = next;
    localStorage.setItem(THEME, next);
    redraw((n) => n + 1);
  };
  return header({ class: 'top' },
    h(Link, { href: '/', class: 'brand' }, img({ src: new URL('mark.svg', import.meta.url).pathname, alt: '' }), t('name')),
    nav({ 'aria-label': t('pages') }, ul(PAGES.map(([at, name]) =>
      li({ key: name }, h(Link, { href: at, 'aria-current': name === page ? 'page' : undefined }, t(`${name}.name`)))))),
    div({ class: 'settings' },
      button({ type: 'button', class: 'plain', lang: other, onClick: () => choose(other).then(() => onLanguage(''), (why) => onLanguage(why instanceof TypeError ? 'lost' : 'updated')) }, t('other-language')),
      button({ type: 'button', class: 'plain', onClick: turn, 'aria-pressed': shown() === 'dark' }, t('dark'))));
}

const Updated = () => h(Notice, { kind: 'warn', action: button({ onClick: () => location.reload() }, t('reload')) }, t('updated'));

/** A page's module is loaded when it is first gone to. */
function Page({ name }) {
  const [page, set] = useState(null);
  useEffect(() => {
    let here = true;
    set(null);
    import(`./page/${name}.js`).then(
      (module) => { if (here) set({ view: module.default, name }); },
      () => { if (here) set({ failed: true, name }); },
    );
    return () => { here = false; };
  }, [name]);
  useEffect(() => { document.title = `${t(`${name}.name`)} · ${t('name')}`; });
  const empty = useEmpty(name);
  if (page?.name !== name) return h(Busy);
  if (page.failed) return h(Updated);
  return empty && LOOKING.has(name) ? h(NoPhotos, { title: t(`${name}.name`) }) : h(page.view);
}

function SignIn() {
  const [asked, setAsked] = useState(false);
  const [wrong, setWrong] = useState('');
  const box = useRef(null);
  useEffect(() => on('token', () => setAsked(true)), []);
  useEffect(() => { if (asked) box.current?.showModal(); }, [asked]);
  if (!asked) return null;
  const send = async (event) => {
    event.preventDefault();
    try {
      await enter(new FormData(event.target).get('token'));
      setAsked(false);
      setWrong('');
    } catch (problem) {
      setWrong(problem.status === 403 ? t('sign-in.wrong') : problem.status ? trouble(problem).join(' ') : t('lost'));
    }
  };
  return dialog({ ref: box, onCancel: (event) => event.preventDefault(), onClose: () => box.current?.showModal(), 'aria-labelledby': 'sign-in' },
    form({ onSubmit: send },
      h2({ id: 'sign-in' }, t('sign-in.title')),
      p(t('sign-in.why')),
      wrong ? h(Notice, { kind: 'bad' }, wrong) : null,
      label(t('sign-in.token'), input({ type: 'password', name: 'token', autocomplete: 'current-password', required: true, autofocus: true })),
      div({ class: 'bar end' }, button({ class: 'primary' }, t('sign-in.do')))));
}

function Lost() {
  const [lost, set] = useState(false);
  useEffect(() => on('lost', () => set(true)), []);
  useEffect(() => on('back', () => set(false)), []);
  return lost ? h(Notice, { kind: 'warn' }, t('lost')) : null;
}

function App() {
  useLanguage();
  const { path } = useRoute();
  const page = pageOf(path);
  const [words, setWords] = useState(''); // why they are not in another language
  return all(
    a({ class: 'skip', href: '#main' }, t('skip')),
    h(Top, { page, onLanguage: setWords }),
    main({ id: 'main', tabindex: -1 }, h(Lost), words === 'updated' ? h(Updated) : words ? h(Notice, { kind: 'warn' }, t(words)) : null, page ? h(Page, { name: page }) : h(Notice, { kind: 'warn' }, t('nowhere'))),
    h(SignIn));
}

const theme = localStorage.getItem(THEME);
if (theme) document.documentElement.dataset.theme = theme;
await speak(preferred());
render(h(App), document.getElementById('app'));
