export { caseKey, caseQuery, itemSearchQuery, itemVersionQuery } from './counter.queries.js';
export { ItemSearch } from './item-search.js';
export { MaterialTag } from './material-tag.js';
export { NoticePane } from './notice-pane.js';
