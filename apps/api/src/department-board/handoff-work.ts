import { Injectable } from '@nestjs/common';
import { districtOf } from '../cases/index.js';
import { type Actor, type CommandTx, hasRole, sql } from '../platform/index.js';
import { HandoffToSelf, NothingHeld, OfficerNotFound } from './board-problems.js';

const AT_MOST = 2_000;
const LEAVER = sql<{ name: string; departmentId: string | null; regionCode: string }>(
  `SELECT name, department_id AS "departmentId", region_code AS "regionCode" FROM staff WHERE id = $1`,
);
const HELD_BY = sql<{ id: string }>(
  `SELECT t.id FROM review_task t WHERE t.status = 'claimed' AND t.holder_id = $1 AND t.district_code = $2 AND ($3::uuid IS NULL OR t.department_id = $3)
   ORDER BY t.paused, t.nearest_due, t.received_at, t.id LIMIT ${AT_MOST}`,
);

/** 离岗移交: everything that a leaver holds, as far as the chief's department or the supervisor's district reaches. */
@Injectable()
export class HandoffWork {
  /** @throws OfficerNotFound, NothingHeld, HandoffToSelf */
  async taskIds(
    reader: Pick<CommandTx, 'query'>,
    actor: Actor,
    { fromStaffId, toStaffId }: { fromStaffId: string; toStaffId?: string | undefined },
  ): Promise<string[]> {
    const [leaver] = await reader.query(LEAVER, [fromStaffId]);
    const everywhere = hasRole(actor, 'supervisor');
    const isInReach = everywhere ? leaver?.regionCode.startsWith(districtOf(actor)) : leaver?.departmentId === actor.departmentId;
    if (!leaver || !isInReach) throw new OfficerNotFound();
    if (toStaffId === fromStaffId) throw new HandoffToSelf();
    const held = await reader.query(HELD_BY, [fromStaffId, districtOf(actor), everywhere ? null : actor.departmentId]);
    if (held.length === 0) throw new NothingHeld(leaver.name);
    return held.map(({ id }) => id);
  }
}
