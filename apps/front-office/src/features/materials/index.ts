export { faultBody } from './fault-body.js';
export { FaultEditor, NO_FAULT } from './fault-editor.js';
export { FaultWords } from './fault-words.js';
export { MaterialDates } from './material-dates.js';
export { ReusablePane } from './reusable-pane.js';
export { ReusablePreview } from './reusable-preview.js';
export { libraryFacts, reuseOfRow, type RowReuse } from './reuse-words.js';
export { type Reuse, useReuse } from './use-reuse.js';
