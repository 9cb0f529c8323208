import './case-search.css';

export { NO_FILTERS, writeFilters } from './search-question.js';
export { CaseStory } from './case-story.js';
