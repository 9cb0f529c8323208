import type { OutageRangeView } from '@onewindow/contracts';
import { formatOutageNo, type OutageRange, outageRangeOf, outageTimeProblem, parseOutageNo } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { Organisation, type OrganisationSnapshot } from '../organisation/index.js';
import { type Actor, type CommandTx, Database, hasRole, sql } from '../platform/index.js';
import { OutageNoMalformed, OutageNoUnknown, OutageNoUsed, OutageTimeBeforeRange, OutageTimeInFuture } from './outage-problems.js';

type Reader = Pick<CommandTx, 'query'>;

export interface RangeRow extends OutageRange {
  readonly id: string;
  readonly hallId: string;
}

const COLUMNS = `r.id, r.hall_id AS "hallId", r.prefix, r.first, r.last, r.handed_out_on AS "handedOutOn"`;
const OF_HALL = sql<RangeRow>(`SELECT ${COLUMNS} FROM outage_range r WHERE r.hall_id = $1 AND r.prefix = $2 ORDER BY r.id`);
const LIST = sql<RangeRow & { used: number }>(
  `SELECT ${COLUMNS}, (SELECT count(*)::int FROM cases c WHERE c.outage_no >= r.prefix || '-' || lpad(r.first::text, 6, '0')
                         AND c.outage_no <= r.prefix || '-' || lpad(r.last::text, 6, '0')) AS used
     FROM outage_range r WHERE r.hall_id = ANY($1::uuid[]) ORDER BY r.prefix, r.first`,
);
const IS_USED = sql('SELECT 1 FROM cases WHERE outage_no = $1');

/** What a case taken on paper brings along. */
export interface OutageReceipt {
  outageNo: string;
  outageAt: Date;
}

/** Numbered paper of outages (R10.5): which hall holds which numbers, and which were used. */
@Injectable()
export class OutagePapers {
  constructor(
    private readonly database: Database,
    private readonly organisation: Organisation,
  ) {}

  /**
   * Checks a paper's number and true time for a case of this hall. The unique index has the last word on two clerks with one paper.
   * @throws OutageNoMalformed, OutageNoUnknown, OutageTimeInFuture, OutageTimeBeforeRange (422), OutageNoUsed (409)
   */
  async check(tx: CommandTx, hallId: string, typed: { outageNo: string; receivedAt: string }): Promise<OutageReceipt> {
    const read = parseOutageNo(typed.outageNo);
    if (!read.ok) throw new OutageNoMalformed(read.reason);
    const { value } = read;
    const range = outageRangeOf(await tx.query(OF_HALL, [hallId, value.prefix]), value);
    if (!range) throw new OutageNoUnknown(value.text);
    const outageAt = new Date(typed.receivedAt);
    const problem = outageTimeProblem(outageAt, { range, now: tx.now });
    if (problem === 'future') throw new OutageTimeInFuture();
    if (problem === 'before-range') throw new OutageTimeBeforeRange(range);
    if ((await tx.query(IS_USED, [value.text])).length > 0) throw new OutageNoUsed(value.text);
    return { outageNo: value.text, outageAt };
  }

  /** A clerk sees the own hall's ranges, others those of their region. */
  async list(actor: Actor): Promise<{ items: OutageRangeView[]; halls: OutageRangeView['hall'][] }> {
    const units = await this.organisation.snapshot(actor.hallId === null ? {} : { halls: [actor.hallId] });
    const halls = hallsOf(actor, units);
    const rows = await this.database.query(LIST, [halls]);
    return { items: rows.map((row) => presentRange(row, units, actor)), halls: halls.map((id) => units.hallRef(id)) };
  }

  async byId(id: string, actor: Actor, reader: Reader): Promise<OutageRangeView | undefined> {
    const units = await this.organisation.snapshot({}, reader);
    const rows = await reader.query(LIST, [hallsOf(actor, units)]);
    const row = rows.find((one) => one.id === id);
    return row && presentRange(row, units, actor);
  }
}

/** The halls whose paper a person has to do with. */
export function hallsOf(actor: Actor, units: OrganisationSnapshot): string[] {
  if (!hasRole(actor, 'supervisor', 'system_admin')) return actor.hallId === null ? [] : [actor.hallId];
  if (hasRole(actor, 'system_admin')) return units.halls.map(({ id }) => id);
  const district = actor.regionCode.slice(0, 6);
  return units.halls.filter(({ regionCode }) => regionCode.slice(0, 6) === district).map(({ id }) => id);
}

function presentRange(
  { hallId, prefix, first, last, ...row }: RangeRow & { used: number },
  units: OrganisationSnapshot,
  actor: Actor,
): OutageRangeView {
  const hall = units.hallRef(hallId);
  // R11: who keeps the papers in order sees no cases.
  const opens = hasRole(actor, 'clerk', 'supervisor');
  return { ...row, prefix, first, last, hall, opens, firstNo: formatOutageNo(prefix, first), lastNo: formatOutageNo(prefix, last) };
}
