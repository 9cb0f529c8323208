export { Batch } from './batch.entity.js';
export { BatchItem } from './batch-item.entity.js';
export { SupervisionModule } from './supervision.module.js';
