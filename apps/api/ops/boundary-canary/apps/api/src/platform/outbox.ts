import { openCase } from '../cases/index.js';

export const wrongPlatform = openCase;
