import { type Actor, selected } from '../platform/index.js';

/** Who ordered a batch, with where the order came from (R10.1). */
export type Orderer = Omit<Actor, 'counterId' | 'sessionId' | 'mustChangePassword'> & { ip: string };

/** Columns of the orderer as they are now, of `staff s` and the batch's row `b`: what they may no longer do fails, task by task. */
export const ORDERER = `b.ip, s.id AS "staffId", ${selected('s', ['staffNo', 'name', 'roles', 'departmentId', 'hallId', 'regionCode', 'identityIndex'])}`;

/** The actor of every event of a batch: the order outlives the session in which it was given. */
export function ordererOf(batchId: string, { ip, ...person }: Orderer) {
  const actor: Actor = { ...person, counterId: null, sessionId: batchId, mustChangePassword: false };
  return { actor, idempotency: null, ip };
}
