export { caseKey, caseQuery, itemVersionQuery } from './counter.queries.js';
export { ItemSearch } from './item-search.js';
export { MaterialTag } from './material-tag.js';
export { canOpen, closedWords, useItemSearch } from './use-item-search.js';
export { NoticePane } from './notice-pane.js';
