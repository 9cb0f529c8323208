import './app/without-eval.js';

/** What the QR code of a receipt opens; it must stay small, so it shares nothing with the clerk's screens but colours. */
const PROGRESS = /^\/front\/progress\/([A-Za-z0-9_-]+)\/?$/;

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root.');

const token = PROGRESS.exec(window.location.pathname)?.[1];
if (token) void import('./features/progress/mount.js').then(({ mountProgress }) => mountProgress(root, token));
else void import('./app/mount.js').then(({ mountApp }) => mountApp(root));
