import { type IsoDate, shanghaiDateOf } from '@onewindow/domain';
import type { EventAuthor, EventInput } from '../../cases/index.js';
import type { Officer } from './world.js';

export const HOUR = 3_600_000;

/** The date in Shanghai. */
export const dayOf = (at: Date): IsoDate => shanghaiDateOf(at);

/** An officer as the author of an event; clerks sit in a hall. */
export function byOfficer(one: Officer, place: string | null = null): EventAuthor {
  return { actorId: one.id, actorName: one.name, actorNo: one.staffNo, place, ip: '127.0.0.1' };
}

/** Something that happens in a case's story. */
export type Tell = (at: Date, author: EventAuthor, event: EventInput) => void;
