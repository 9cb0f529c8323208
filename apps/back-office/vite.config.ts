import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The API that the development server passes requests on to. */
const API = process.env.API_URL ?? 'http://127.0.0.1:3000';

export default defineConfig({
  base: '/back/',
  plugins: [react()],
  resolve: { conditions: ['onewindow-source', 'module', 'browser', 'development|production'] },
  server: {
    host: '127.0.0.1',
    port: 5174,
    proxy: { '/api': { target: API, changeOrigin: false } },
  },
  build: {
    target: 'es2023',
    // The page's content security policy allows no inline script: the polyfill would be one.
    modulePreload: { polyfill: false },
    sourcemap: false,
    // exceljs and pdf.js are large and load only when somebody exports or opens a PDF.
    chunkSizeWarningLimit: 1_500,
  },
});
