export { AssignmentModule } from './assignment.module.js';
export { AssignmentTurn } from './assignment-turn.entity.js';
export { staysActive } from './holder-lock.js';
export { type AssignableTask, type Assignee, StepAssigner } from './step-assigner.js';
