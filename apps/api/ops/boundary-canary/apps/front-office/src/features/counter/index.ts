import { openCase } from '../../../../api/src/cases/index.js';

export const wrongScreen = openCase;
