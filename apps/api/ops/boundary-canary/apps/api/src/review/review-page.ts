import { label } from '../../../../libs/ui/src/index.js';

export const wrongServer = label;
