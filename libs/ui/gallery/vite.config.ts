import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The gallery of parts, for development only: `vite libs/ui/gallery`. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  resolve: { conditions: ['onewindow-source', 'module', 'browser', 'development|production'] },
  server: { host: '127.0.0.1' },
  build: { outDir: '../dist-gallery', emptyOutDir: true },
});
