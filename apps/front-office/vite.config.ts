import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The API that the development server passes requests on to. */
const API = process.env['API_URL'] ?? 'http://127.0.0.1:3000';

export default defineConfig({
  base: '/front/',
  plugins: [react()],
  resolve: { conditions: ['onewindow-source', 'module', 'browser', 'development|production'] },
  server: {
    host: '127.0.0.1',
    port: 5173,
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
});
