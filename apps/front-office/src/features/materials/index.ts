export { MaterialDates } from './material-dates.js';
export { ReusablePane } from './reusable-pane.js';
export { ReusablePreview } from './reusable-preview.js';
export { libraryFacts, reuseOfRow, type RowReuse } from './reuse-words.js';
export { type Reuse, useReuse } from './use-reuse.js';
