import type { DelegationView } from '@onewindow/contracts';
import {
  type DelegationParty,
  type DelegationSpan,
  isDelegationRunning,
  type IsoDate,
  mayArrangeDelegation,
  type Role,
} from '@onewindow/domain';
import { StaffNames, type StaffRef } from '../organisation/index.js';
import { type Actor, type CommandTx, sql } from '../platform/index.js';
import type { Delegation } from './delegation.entity.js';

export type Reader = Pick<CommandTx, 'query'>;

export type DelegationRow = Delegation & { openTasks: number };

const COLUMNS = `d.id, d.department_id AS "departmentId", d.principal_id AS "principalId", d.delegate_id AS "delegateId",
  d.starts_on AS "startsOn", d.ends_on AS "endsOn", d.reason, d.authority, d.made_by AS "madeBy", d.made_at AS "madeAt",
  d.ended_by AS "endedBy", d.ended_at AS "endedAt",
  (SELECT count(*)::int FROM review_task t WHERE t.holder_id = d.principal_id AND t.status = 'claimed') AS "openTasks"`;

/** What has ended long ago is left to the chain of events; so a department's people and the days bound the list, and nobody's own is cut off. */
export const OF_DEPARTMENT = sql<DelegationRow>(
  `SELECT ${COLUMNS} FROM delegation d WHERE d.department_id = $1 AND d.ends_on >= $2 ORDER BY d.starts_on DESC, d.id DESC`,
);
export const BY_ID = sql<DelegationRow>(`SELECT ${COLUMNS} FROM delegation d WHERE d.id = $1`);
/** $1 department, $2 today: what stands or is to come. */
export const STANDING = sql<DelegationSpan>(
  `SELECT d.principal_id AS "principalId", p.name AS "principalName", d.delegate_id AS "delegateId", g.name AS "delegateName",
          d.starts_on AS "startsOn", d.ends_on AS "endsOn"
   FROM delegation d JOIN staff p ON p.id = d.principal_id JOIN staff g ON g.id = d.delegate_id
   WHERE d.department_id = $1 AND d.ended_at IS NULL AND d.ends_on >= $2 ORDER BY d.starts_on, d.id`,
);

/** One of the staff as a delegation sees them. */
export interface PartyRow extends DelegationParty {
  staffNo: string;
  roles: Role[];
  load: number;
}
const PARTY = `s.id, s.name, s.staff_no AS "staffNo", s.roles, s.department_id AS "departmentId", s.active,
  (SELECT count(*)::int FROM review_task t WHERE t.holder_id = s.id AND t.status = 'claimed') AS load`;
export const PARTIES = sql<PartyRow>(`SELECT ${PARTY} FROM staff s WHERE s.id = ANY($1::uuid[])`);
/** Who works in a department. $2 the roles that can be lent. */
export const DEPARTMENT_PARTIES = sql<PartyRow>(
  `SELECT ${PARTY} FROM staff s WHERE s.department_id = $1 AND s.active AND s.roles && $2::text[] ORDER BY s.staff_no`,
);

/** Presents delegations to somebody of the department. */
export async function presentDelegations(
  rows: readonly DelegationRow[],
  { names, reader, actor, today }: { names: StaffNames; reader: Reader; actor: Actor; today: IsoDate },
): Promise<DelegationView[]> {
  const refs = await names.refs(
    rows.flatMap(({ principalId, delegateId, madeBy }) => [principalId, delegateId, madeBy]),
    reader,
  );
  const ref = (id: string): StaffRef => refs.get(id) ?? { id, name: '', staffNo: '' };
  return rows.map((row) => {
    const state = stateOf(row, today);
    const principal = { ...ref(row.principalId), roles: [], departmentId: row.departmentId, active: true };
    const mayEnd = mayArrangeDelegation({ id: actor.staffId, roles: actor.roles, departmentId: actor.departmentId }, principal);
    const over = { action: 'end', allowed: false, reason: '已经结束' };
    return {
      id: row.id,
      principal: ref(row.principalId),
      delegate: ref(row.delegateId),
      startsOn: row.startsOn,
      endsOn: row.endsOn,
      reason: row.reason,
      authority: row.authority,
      state,
      madeBy: ref(row.madeBy),
      madeAt: row.madeAt.toISOString(),
      endedAt: row.endedAt?.toISOString() ?? null,
      openTasks: row.openTasks,
      actions: mayEnd ? [state === 'over' ? over : { action: 'end', allowed: true }] : [],
    };
  });
}

/** Where it stands on this day. */
export function stateOf(row: Pick<Delegation, 'startsOn' | 'endsOn' | 'endedAt'>, today: IsoDate): DelegationView['state'] {
  if (row.endedAt !== null || row.endsOn < today) return 'over';
  return isDelegationRunning(row, today) ? 'running' : 'coming';
}
