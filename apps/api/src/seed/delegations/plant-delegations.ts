import { addCalendarDays, shanghaiToday } from '@onewindow/domain';
import { type CommandTx, newId, sql } from '../../platform/index.js';

const INSERT = sql(
  `INSERT INTO delegation (id, department_id, principal_id, delegate_id, starts_on, ends_on, reason, authority, made_by, made_at)
   SELECT $1, p.department_id, p.id, d.id, $4, $5, $6, $7, p.id, $8 FROM staff p, staff d
   WHERE p.demonstration AND d.demonstration AND p.name = $2 AND d.name = $3 AND p.department_id = d.department_id`,
);

interface AbsenceSeed {
  principal: string;
  delegate: string;
  /** Days from today. */
  from: number;
  through: number;
  reason: string;
  authority?: string;
}

const ABSENCES: readonly AbsenceSeed[] = [
  { principal: '杜若', delegate: '罗秀兰', from: -1, through: 5, reason: '年休假' },
  { principal: '罗秀兰', delegate: '梁慧', from: -33, through: -29, reason: '省厅业务培训' },
  { principal: '许文清', delegate: '罗秀兰', from: -60, through: -58, reason: '出差', authority: '临卫授〔2026〕3 号' },
];

/** An officer who is away with a colleague standing in, and two absences gone by, one of them of a chief under a named document. */
export async function plantDelegations(tx: CommandTx): Promise<void> {
  const today = shanghaiToday(tx.now);
  for (const { principal, delegate, from, through, reason, authority } of ABSENCES) {
    const startsOn = addCalendarDays(today, from);
    const madeAt = new Date(`${addCalendarDays(startsOn, -2)}T02:10:00Z`);
    await tx.query(INSERT, [newId(), principal, delegate, startsOn, addCalendarDays(today, through), reason, authority ?? null, madeAt]);
  }
}
