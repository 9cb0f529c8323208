export { Pickup } from './pickup.entity.js';
export { Result } from './result.entity.js';
export { ResultsModule } from './results.module.js';
