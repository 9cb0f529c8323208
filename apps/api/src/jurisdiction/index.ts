export { choicesOf, placeColumns, presentJurisdiction } from './case-place.js';
