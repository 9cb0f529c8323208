import { addCalendarDays, shanghaiToday } from '@onewindow/domain';
import type { RequestCorrections } from '../../corrections/index.js';
import { type CommandTx, sql } from '../../platform/index.js';
import { Agenda } from '../cases/agenda.js';
import type { Cast } from '../cases/cast.js';
import type { WorkingTimes } from '../cases/working-times.js';

/** Reviews of the item that lie on a desk of which nothing was heard for two days, received in the district's hall. */
const HELD = sql<{ id: string; holderId: string; version: number }>(
  `SELECT t.id, t.holder_id AS "holderId", t.version FROM review_task t JOIN cases c ON c.id = t.case_id JOIN hall h ON h.id = c.hall_id
    WHERE t.item_name = $1 AND t.kind = 'review' AND t.status = 'claimed' AND NOT t.paused AND h.code = 'LJ-QZ' AND t.idle_since <= $2::date
    ORDER BY t.idle_since DESC, t.id LIMIT 2`,
);
const ITEM = '食品经营许可（新办）';
const ASKED = [
  [
    { kind: 'material', key: 'layout', reason: '各功能间没有标注面积，操作流程图缺餐具清洗消毒区' },
    { kind: 'field', key: 'area', reason: '与布局图标注的面积不一致' },
  ],
  [{ kind: 'material', key: 'safetyRules', reason: '没有写明食品安全员和自查频次' }],
] as const;
/** Calendar days; the second one has passed by the time somebody looks. */
const DAYS = [8, 1];

/** 审查中补正 (R3.3): two requests that the hall waits for, one of them past its day. */
export async function plantCorrections(
  tx: CommandTx,
  world: { asking: RequestCorrections; cast: Cast; times: WorkingTimes },
): Promise<void> {
  const { asking, cast, times } = world;
  const held = await tx.query(HELD, [ITEM, addCalendarDays(times.today, -2)]);
  const agenda = new Agenda();
  held.forEach(({ id, holderId, version }, at) => {
    agenda.add(times.at(at === 0 ? 1 : 2, 0.5), async (then) => {
      const body = {
        expectedVersion: version,
        dueOn: addCalendarDays(shanghaiToday(then.now), DAYS[at] ?? 1),
        points: [...(ASKED[at] ?? [])],
      };
      await asking.askIn(then, cast.member(holderId), id, body);
    });
  });
  await agenda.tell(tx);
}
