import './app/no-eval.js';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root.');

// Not a static import: it would be evaluated, and build its schemas, before zod is told that there is no eval.
void import('./app/mount.js').then(({ mountApp }) => mountApp(root));
