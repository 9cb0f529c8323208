export * from './batch-outcome.js';
export { BatchWalk, type BatchWork, lostBatches } from './batch-walk.js';
export { batchStatements, type WaitingItem } from './batch-statements.js';
export { BatchesModule } from './batches.module.js';
export { ORDERER, type Orderer, ordererOf } from './orderer.js';
