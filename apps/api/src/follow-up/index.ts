export { CallNote } from './call-note.entity.js';
export { FollowUpModule } from './follow-up.module.js';
export { SupplementOverride } from './supplement-override.entity.js';
