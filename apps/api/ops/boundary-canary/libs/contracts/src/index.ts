import { createHash } from 'node:crypto';

export const wrongContract = createHash;
