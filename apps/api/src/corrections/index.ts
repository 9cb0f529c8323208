export { Correction } from './correction.entity.js';
export { CorrectionsModule } from './corrections.module.js';
