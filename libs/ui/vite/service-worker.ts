import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { build, type Plugin } from 'vite';

/** What belongs to a shell; larger pieces, as the PDF engine, are kept when they were used once. */
const SHELL = /\.(js|css|svg|html)$/;
const LARGEST_BYTES = 300_000;

/** The files of the shell below the site's address, the page first, and a mark that changes with any of them. */
async function releaseOf(folder: string, base: string): Promise<{ version: string; files: string[] }> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const names = entries.filter((entry) => entry.isFile() && SHELL.test(entry.name)).map((entry) => join(entry.parentPath, entry.name));
  const mark = createHash('sha256');
  const files: string[] = [];
  for (const name of names.toSorted()) {
    const bytes = await readFile(name);
    const path = relative(folder, name).split(sep).join('/');
    if (path === 'sw.js' || bytes.length > LARGEST_BYTES) continue;
    mark.update(path).update(bytes);
    if (path !== 'index.html') files.push(base + path);
  }
  return { version: mark.digest('hex').slice(0, 16), files: [base, ...files] };
}

/**
 * Builds the service worker of a site once its files are there, with their names laid in, as `sw.js` beside the page.
 * @param source the worker's entry, seen from the application's folder
 */
export function serviceWorker(source: string): Plugin {
  let root = '';
  let folder = '';
  let base = '/';
  return {
    name: 'service-worker',
    apply: 'build',
    configResolved: (config) => {
      root = config.root;
      folder = join(config.root, config.build.outDir);
      base = config.base;
    },
    closeBundle: {
      // Before the files are compressed, so that the worker is compressed too.
      order: 'pre',
      sequential: true,
      handler: async () => {
        const release = await releaseOf(folder, base);
        await build({
          configFile: false,
          root,
          publicDir: false,
          logLevel: 'warn',
          define: { ONE_WINDOW_RELEASE: JSON.stringify(release) },
          build: {
            outDir: folder,
            emptyOutDir: false,
            target: 'es2023',
            copyPublicDir: false,
            lib: { entry: join(root, source), formats: ['iife'], name: 'worker', fileName: () => 'sw.js' },
          },
        });
      },
    },
  };
}
