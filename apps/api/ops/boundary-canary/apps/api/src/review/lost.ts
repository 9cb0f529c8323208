import { nowhere } from './nowhere.js';

export const wrongWay = nowhere;
