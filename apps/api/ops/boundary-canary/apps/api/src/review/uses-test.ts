import { fixture } from './review.spec.js';

export const wrongTrust = fixture;
