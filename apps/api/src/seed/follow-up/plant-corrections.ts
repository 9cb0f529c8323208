import { addCalendarDays, shanghaiToday } from '@onewindow/domain';
import type { RequestCorrections } from '../../corrections/index.js';
import { type CommandTx, sql } from '../../platform/index.js';
import { Agenda } from '../cases/agenda.js';
import type { Cast } from '../cases/cast.js';
import type { WorkingTimes } from '../cases/working-times.js';

/** Reviews of the item that lie on a desk of which nothing was heard for two days, received in the district's hall; when their case was last heard of. */
const HELD = sql<{ id: string; holderId: string; version: number; heardAt: Date }>(
  `SELECT t.id, t.holder_id AS "holderId", t.version, (SELECT max(at) FROM case_event WHERE case_id = t.case_id) AS "heardAt" FROM review_task t JOIN cases c ON c.id = t.case_id JOIN hall h ON h.id = c.hall_id
    WHERE t.item_name = $1 AND t.kind = 'review' AND t.status = 'claimed' AND NOT t.paused AND h.code = 'LJ-QZ' AND t.idle_since <= $2::date
    ORDER BY t.idle_since DESC, t.id`,
);
const ITEM = '食品经营许可（新办）';
/** The earlier one first: fewer desks were silent by then. Calendar days to answer; those of the first have passed by the time somebody looks. */
const ASKED = [
  { daysAgo: 2, days: 1, points: [{ kind: 'material', key: 'safetyRules', reason: '没有写明食品安全员和自查频次' }] },
  {
    ...{ daysAgo: 1, days: 8 },
    points: [
      { kind: 'material', key: 'layout', reason: '各功能间没有标注面积，操作流程图缺餐具清洗消毒区' },
      { kind: 'field', key: 'area', reason: '与布局图标注的面积不一致' },
    ],
  },
] as const;

/** 审查中补正 (R3.3): two requests that the hall waits for, one of them past its day. */
export async function plantCorrections(
  tx: CommandTx,
  world: { asking: RequestCorrections; cast: Cast; times: WorkingTimes },
): Promise<void> {
  const { asking, cast, times } = world;
  let held = await tx.query(HELD, [ITEM, addCalendarDays(times.today, -2)]);
  const agenda = new Agenda();
  for (const { daysAgo, days, points } of ASKED) {
    const at = times.at(daysAgo, 0.5);
    // Nothing is asked of a case before what was last told of it.
    const asked = held.find(({ heardAt }) => heardAt < at);
    if (!asked) continue;
    held = held.filter((one) => one !== asked);
    agenda.add(at, async (then) => {
      const body = { expectedVersion: asked.version, dueOn: addCalendarDays(shanghaiToday(then.now), days), points: [...points] };
      await asking.askIn(then, cast.member(asked.holderId), asked.id, body);
    });
  }
  await agenda.tell(tx);
}
