export { AwaitedCorrections } from './awaited-corrections.js';
export { Correction } from './correction.entity.js';
export { RequestCorrections } from './commands/request-corrections.js';
export { CorrectionsModule } from './corrections.module.js';
