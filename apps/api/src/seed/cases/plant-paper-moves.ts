import type { CaseStore } from '../../cases/index.js';
import { type CommandTx, sql } from '../../platform/index.js';
import type { HallCode } from '../organisation/units.js';
import { Agenda } from './agenda.js';
import type { Cast } from './cast.js';
import type { WorkingTimes } from './working-times.js';

/** Papers that lie in a hall and may be collected in another. */
const PAPERS = sql<{ caseId: string; resultId: string; hallId: string; hallCode: HallCode; hallName: string }>(
  `SELECT c.id AS "caseId", r.id AS "resultId", h.id AS "hallId", h.code AS "hallCode", h.name AS "hallName"
     FROM cases c JOIN result r ON r.case_id = c.id JOIN hall h ON h.id = c.hall_id JOIN item_version v ON v.id = c.item_version_id
    WHERE c.status = 'ready' AND NOT r.electronic AND NOT r.denial AND v.definition->>'scope' = 'region' ORDER BY c.ready_at, c.id`,
);
const HALL = sql<{ id: string; name: string }>('SELECT id, name FROM hall WHERE code = $1');
const MOVE = sql(
  `INSERT INTO result_paper (result_id, hall_id, to_hall_id, state, since, moved_by) VALUES ($1, $2, $3, $4, $5, $6)
   ON CONFLICT (result_id) DO UPDATE SET state = excluded.state, since = excluded.since, moved_by = excluded.moved_by`,
);
const LIES = sql('UPDATE result SET place = $2 WHERE id = $1');

const DISTRICT_HALL: HallCode = 'LJ-QZ';

/** R6.2: a street's paper is on its way to the district's hall, and the district's hall is asked for one of its own. */
export async function plantPaperMoves(tx: CommandTx, world: { cases: CaseStore; cast: Cast; times: WorkingTimes }): Promise<void> {
  const { cases, cast, times } = world;
  const [papers, [district]] = await Promise.all([tx.query(PAPERS), tx.query(HALL, [DISTRICT_HALL])]);
  const coming = papers.find(({ hallCode }) => hallCode !== DISTRICT_HALL);
  const asked = papers.find(({ hallCode }) => hallCode === DISTRICT_HALL);
  if (!district) return;
  const agenda = new Agenda();
  const move = (
    paper: (typeof papers)[number],
    to: { id: string; name: string },
    state: 'asked' | 'onTheWay',
    by: HallCode,
    at: Date,
  ): void =>
    agenda.add(at, async (then) => {
      const window = cast.clerk(by, 1, '出件窗口');
      const row = await cases.lockForSystem(then, paper.caseId);
      await then.query(MOVE, [paper.resultId, paper.hallId, to.id, state, then.now, window.ctx.actor.staffId]);
      if (state === 'onTheWay') await then.query(LIES, [paper.resultId, `送往${to.name}途中`]);
      const action = state === 'asked' ? 'paper.call' : 'paper.send';
      await cases.note(then, row, window.ctx, [{ action, data: { from: paper.hallName, to: to.name } }]);
    });
  if (coming) {
    move(coming, district, 'asked', DISTRICT_HALL, times.at(1, 0.4));
    move(coming, district, 'onTheWay', coming.hallCode, times.at(0, 0.05));
  }
  const [lakeside] = await tx.query(HALL, ['LJ-WH']);
  if (asked && lakeside) move(asked, lakeside, 'asked', 'LJ-WH', times.at(0, 0.06));
  await agenda.tell(tx);
}
