import { defineConfig } from 'vite';
import { spaConfig } from '../../libs/ui/vite/spa-config.js';

export default defineConfig(spaConfig('/front/', 5173, 'src/service-worker/worker.ts'));
