import { label } from '../../ui/src/index.js';

export const wrongClient = label;
