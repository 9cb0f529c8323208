import { inside } from '../../../../../libs/domain/src/inside.js';

export const wrongDoor = inside;
