import { draft } from '../counter/draft.js';

export const wrongNeighbour = draft;
