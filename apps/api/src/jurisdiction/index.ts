export { choicesOf, placeColumns, placeProblem, presentJurisdiction } from './case-place.js';
