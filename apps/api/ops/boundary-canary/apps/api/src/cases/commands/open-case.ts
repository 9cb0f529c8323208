import { startClock } from '../../clocks/index.js';

export const openCase = () => startClock;
