import { delegatedRoles, type IsoDate, type Principal } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { type Actor, type CommandTx, sql } from '../platform/index.js';

/** One for whom an officer stands in today, with what recusal asks about (R5.6). */
export interface StandingPrincipal extends Principal {
  identityIndex: string | null;
}

interface PrincipalRow extends StandingPrincipal {
  authority: string | null;
}

const RUNNING = 'd.ended_at IS NULL AND d.starts_on <= $2 AND d.ends_on >= $2';
/** $1 the delegate, $2 today. */
const PRINCIPALS = sql<PrincipalRow>(
  `SELECT p.id, p.name, p.roles, p.department_id AS "departmentId", p.hall_id AS "hallId", p.region_code AS "regionCode",
          p.identity_index AS "identityIndex", d.authority
   FROM delegation d JOIN staff p ON p.id = d.principal_id WHERE d.delegate_id = $1 AND ${RUNNING} ORDER BY p.staff_no`,
);

/** An absence of today, as the staff's column `leave` tells it. */
export interface Leave {
  through: IsoDate;
  delegateId: string;
  delegateName: string;
}

/**
 * SQL: the absence of the officer under the alias `s`, or null when at work.
 * @param today the parameter that holds the day, such as `$2`
 */
export function leaveColumn(today: string): string {
  return `(SELECT jsonb_build_object('through', d.ends_on, 'delegateId', d.delegate_id, 'delegateName', p.name)
    FROM delegation d JOIN staff p ON p.id = d.delegate_id
    WHERE d.principal_id = s.id AND d.ended_at IS NULL AND d.starts_on <= ${today}::date AND d.ends_on >= ${today}::date LIMIT 1)`;
}

/** Who stands in for whom. Read only where the officer's own name does not reach: one's own work costs nothing. */
@Injectable()
export class Delegations {
  /** Those for whom the officer acts today, in the roles that are lent. */
  async principalsOf(
    reader: Pick<CommandTx, 'query'>,
    actor: Pick<Actor, 'staffId' | 'roles'>,
    today: IsoDate,
  ): Promise<StandingPrincipal[]> {
    const found = await reader.query(PRINCIPALS, [actor.staffId, today]);
    return found.map(({ authority, ...principal }) => ({ ...principal, roles: delegatedRoles(principal.roles, actor.roles, authority) }));
  }
}
