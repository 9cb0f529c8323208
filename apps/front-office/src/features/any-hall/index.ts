export { PaperMoves } from './paper-moves.js';
export { PLACE_ID, PlaceNote, type PlaceWriter } from './place-note.js';
