import type { endpoints, ResponseOf } from '@onewindow/contracts';
import { DEFAULT_STALLED_AFTER, type IsoDate } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { WorkingCalendars } from '../calendar/index.js';
import { districtOf } from '../cases/index.js';
import { Organisation } from '../organisation/index.js';
import { type Actor, Clock, Database, sql, type Statement } from '../platform/index.js';
import { departmentRefOf } from './department-refs.js';
import { heatBoundaries, idleThrough } from './heat-columns.js';
import { type HeatCell, heatRows, lightsOf, sumOf, worstFirst } from './heat-counts.js';
import { CLOCK_NAMES, type ClockName, columnSql, DUE_BY_CLOCK, OPEN_WORK } from './open-work.js';

type Cell = HeatCell & { stalled: number };
interface Conclusions {
  departmentId: string;
  decided: number;
  onTime: number;
}

/** One pass over the open work, grouped by due date first: a column is worked out for a few hundred dates and not for every task. */
const CELLS = Object.fromEntries(
  CLOCK_NAMES.map((clock) => [
    clock,
    sql<Cell>(
      `SELECT g.department_id AS "departmentId", ${columnSql('g.paused', 'g.due', '$2')} AS "column",
              sum(g.tasks)::int AS tasks, sum(g.stalled)::int AS stalled
       FROM (SELECT t.department_id, t.paused, ${DUE_BY_CLOCK[clock]} AS due, count(*) AS tasks,
                    count(*) FILTER (WHERE NOT t.paused AND t.idle_since <= $3) AS stalled
             FROM review_task t WHERE ${OPEN_WORK} GROUP BY 1, 2, 3) g
       GROUP BY 1, 2`,
    ),
  ]),
) as Record<ClockName, Statement<Cell>>;

/** Where nothing was promised the legal limit is the promise; a case without either, decided on the spot, was on time. */
const CONCLUSIONS = sql<Conclusions>(
  `SELECT c.department_id AS "departmentId", count(*)::int AS decided,
          (count(*) FILTER (WHERE c.decided_on <= COALESCE(c.promised_due, c.statutory_due, c.decided_on)))::int AS "onTime"
   FROM department d JOIN cases c ON c.department_id = d.id AND c.decided_on >= $2 AND c.decided_on <= $3
   WHERE c.district_code = $1 GROUP BY 1`,
);

/** 督查台 at a glance: what is open, how much of it is late, and where. */
@Injectable()
export class Overview {
  constructor(
    private readonly database: Database,
    private readonly calendars: WorkingCalendars,
    private readonly organisation: Organisation,
    private readonly clock: Clock,
  ) {}

  async read(actor: Actor, clock: ClockName): Promise<ResponseOf<typeof endpoints.supervisionOverview>> {
    const calendar = await this.calendars.current();
    const today = this.calendars.today();
    const district = districtOf(actor);
    const [cells, conclusions] = await Promise.all([
      this.database.query(CELLS[clock], [district, heatBoundaries(today, calendar), idleThrough(DEFAULT_STALLED_AFTER, today, calendar)]),
      this.database.query(CONCLUSIONS, [district, monthOf(today), today]),
    ]);
    const concluding = conclusions.map(({ departmentId }) => departmentId);
    const rows = await Promise.all(
      [...heatRows(cells, concluding)].map(async ([id, counted]) => ({
        department: await departmentRefOf(this.organisation, id),
        ...counted,
        onTimeRate: rateOf(conclusions.filter(({ departmentId }) => departmentId === id)),
      })),
    );
    rows.sort((a, b) => worstFirst(a, b) || (a.department.code < b.department.code ? -1 : 1));
    const total = sumOf(rows);
    return {
      counts: lightsOf(total),
      stalled: cells.reduce((sum, cell) => sum + cell.stalled, 0),
      rows,
      total: { ...total, onTimeRate: rateOf(conclusions) },
      asOf: this.clock.now().toISOString(),
    };
  }
}

function monthOf(today: IsoDate): IsoDate {
  return `${today.slice(0, 7)}-01`;
}

function rateOf(conclusions: readonly Conclusions[]): number | null {
  const decided = conclusions.reduce((sum, row) => sum + row.decided, 0);
  return decided === 0 ? null : conclusions.reduce((sum, row) => sum + row.onTime, 0) / decided;
}
