import './case-search.css';

export { CaseStory } from './case-story.js';
