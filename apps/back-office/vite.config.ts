import { defineConfig } from 'vite';
import { spaConfig } from '../../libs/ui/vite/spa-config.js';

export default defineConfig(spaConfig('/back/', 5174));
