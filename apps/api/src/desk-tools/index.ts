export { DeskBatch } from './desk-batch.entity.js';
export { DeskBatchItem } from './desk-batch-item.entity.js';
export { DeskPreference } from './desk-preference.entity.js';
export { DeskToolsModule } from './desk-tools.module.js';
export { DraftedDecision } from './drafted-decision.entity.js';
export { PhraseList } from './phrase-list.entity.js';
export { SavedSearch } from './saved-search.entity.js';
export { SeenMark } from './seen-mark.entity.js';
