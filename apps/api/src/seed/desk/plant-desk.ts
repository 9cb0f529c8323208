import { type CommandTx, newId, sql } from '../../platform/index.js';

const PHRASES = sql(
  `INSERT INTO phrase_list (owner_id, kind, phrases) SELECT id, $2, $3 FROM department WHERE short_name = $1 ON CONFLICT DO NOTHING`,
);
const SEARCH = sql(
  `INSERT INTO saved_search (id, staff_id, name, filter, created_at) SELECT $1, s.id, $3, $4, $5 FROM staff s WHERE s.staff_no = $2`,
);

/** What the departments' people start with. */
const DEPARTMENT_PHRASES = [
  ['卫生健康局', 'review', ['符合卫生标准。', '检测报告结论合格。', '同意，附条件：', '材料不一致。', '现场与图纸不符。']],
  ['卫生健康局', 'decision', ['符合条件，准予。', '同意审查意见。']],
  ['市场监管局', 'review', ['布局流程合理，同意。', '现场核查合格。', '同意，附条件：', '须补充平面图。', '三防设施不到位。']],
] as const;

const SEARCHES = [
  ['LJ-03125', '池里超期', { tab: 'pool', light: 'red' }],
  ['LJ-03125', '停滞 3 天', { tab: 'mine', minStalled: 3 }],
  ['LJ-03124', '池里待决定', { tab: 'pool', stepName: '决定' }],
  ['LJ-03118', '池里超期', { tab: 'pool', light: 'red' }],
] as const;

/** The desks as people would have set them up: phrases of two departments, searches of three people. */
export async function plantDesk(tx: CommandTx): Promise<void> {
  for (const [department, kind, phrases] of DEPARTMENT_PHRASES) await tx.query(PHRASES, [department, kind, JSON.stringify(phrases)]);
  for (const [staffNo, name, filter] of SEARCHES) await tx.query(SEARCH, [newId(), staffNo, name, JSON.stringify(filter), tx.now]);
}
