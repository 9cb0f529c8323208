import { keepShell } from './app/keep-shell.js';

type Mount = (root: HTMLElement, key: string) => void;

/**
 * Pages without sign-in, each a small piece of its own that shares nothing with the clerk's screens but colours: what the QR codes of
 * receipts and slips open, and the devices of a hall.
 */
const OPEN_PAGES: readonly { address: RegExp; load: () => Promise<Mount> }[] = [
  {
    // Whatever stands there: a torn or mistyped code gets a kind word, not the clerks' sign-in.
    address: /^\/front\/progress(?:\/(.*))?$/,
    load: async () => (await import('./features/progress/mount.js')).mountProgress,
  },
  {
    address: /^\/front\/ticket(?:\/(.*?))?\/?$/,
    load: async () => (await import('./features/ticket-hall/waiting-mount.js')).mountWaiting,
  },
  {
    address: /^\/front\/display(?:\/(.*?))?\/?$/,
    load: async () => (await import('./features/ticket-hall/display-mount.js')).mountDisplay,
  },
  {
    address: /^\/front\/kiosk(?:\/(.*?))?\/?$/,
    load: async () => (await import('./features/ticket-hall/kiosk-mount.js')).mountKiosk,
  },
];

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root.');

const { pathname } = window.location;
const page = OPEN_PAGES.find(({ address }) => address.test(pathname));
if (page) void page.load().then((mount) => mount(root, page.address.exec(pathname)?.[1] ?? ''));
// Schemas must know that there is no eval before the first of them is built; the open pages have none.
else void import('./app/without-eval.js').then(() => import('./app/mount.js')).then(({ mountApp }) => mountApp(root));

keepShell();
