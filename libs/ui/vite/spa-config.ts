import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import react from '@vitejs/plugin-react';
import type { Plugin, UserConfig } from 'vite';
import { serviceWorker } from './service-worker.js';

/** The API that the development server passes requests on to. */
const API = process.env['API_URL'] ?? 'http://127.0.0.1:3000';

const COMPRESSIBLE = /\.(js|mjs|css|html|svg|wasm|bcmap)$/;
const brotli = promisify(brotliCompress);

/**
 * Lays the compressed form beside each file, where the server looks for it. Brotli at its best takes seconds for a screen's code:
 * they are spent here once, not at anybody's first visit.
 */
function precompressed(): Plugin {
  let folder = '';
  return {
    name: 'precompressed',
    apply: 'build',
    configResolved: (config) => {
      folder = config.build.outDir.startsWith('/') ? config.build.outDir : join(config.root, config.build.outDir);
    },
    closeBundle: {
      sequential: true,
      handler: async () => {
        const entries = await readdir(folder, { recursive: true, withFileTypes: true });
        const files = entries
          .filter((entry) => entry.isFile() && COMPRESSIBLE.test(entry.name))
          .map((entry) => join(entry.parentPath, entry.name));
        await Promise.all(
          files.map(async (file) => {
            const bytes = await readFile(file);
            if (bytes.length < 1_024) return;
            await writeFile(`${file}.br`, await brotli(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }));
            await writeFile(`${file}.gz`, await promisify(gzip)(bytes));
          }),
        );
      },
    },
  };
}

/**
 * How an office is built and served while it is being worked on.
 * @param base path under which the server offers it, with both slashes: `/front/`
 * @param port of its development server
 * @param worker entry of its service worker, if it has one
 */
export function spaConfig(base: string, port: number, worker?: string): UserConfig {
  return {
    base,
    plugins: [react(), ...(worker === undefined ? [] : [serviceWorker(worker)]), precompressed()],
    resolve: { conditions: ['onewindow-source', 'module', 'browser', 'development|production'] },
    server: {
      host: '127.0.0.1',
      port,
      proxy: { '/api': { target: API, changeOrigin: false } },
    },
    build: {
      target: 'es2023',
      // The page's content security policy allows no inline script: the polyfill would be one.
      modulePreload: { polyfill: false },
      sourcemap: false,
      // pdf.js and exceljs are large and load only when a PDF is opened or a list exported.
      chunkSizeWarningLimit: 1_500,
    },
  };
}
