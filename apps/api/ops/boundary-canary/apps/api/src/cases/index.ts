export { openCase } from './commands/open-case.js';
