export { Batch } from './batch.entity.js';
export { BatchItem } from './batch-item.entity.js';
export { BatchWriter, type PlannedItem } from './batch-writer.js';
export { itemsOf } from './commands/reassign-tasks.js';
export { type MovableWork, ReassignPlanner, type ReassignmentPlan, type ReassignTarget } from './reassign-planner.js';
export { ReassignPreview } from './reassign-preview.js';
export { SupervisionModule } from './supervision.module.js';
