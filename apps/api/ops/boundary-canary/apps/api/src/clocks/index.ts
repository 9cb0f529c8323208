export { startClock } from './start-clock.js';
