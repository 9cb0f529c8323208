import type { One } from './ring-one.js';

export type Two = { one: One };
