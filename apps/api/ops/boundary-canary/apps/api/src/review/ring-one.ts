import type { Two } from './ring-two.js';

export type One = { two: Two };
