import type { endpoints, ResponseOf } from '@onewindow/contracts';
import { idleThrough } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { WorkingCalendars } from '../calendar/index.js';
import { districtOf } from '../cases/index.js';
import { Organisation } from '../organisation/index.js';
import { type Actor, Clock, Database, sql, type Statement } from '../platform/index.js';
import { AnnouncedPauses } from './announced-pauses.js';
import { addedUp, Conclusions, onTimeRate } from './conclusions.js';
import { departmentRefOf } from './department-refs.js';
import { heatBoundaries } from './heat-columns.js';
import { type HeatCell, heatRows, lightsOf, movesOf, sumOf, worstFirst } from './heat-counts.js';
import { CLOCK_NAMES, type ClockName, columnSql, DUE_BY_CLOCK, OPEN_WORK } from './open-work.js';

type Cell = HeatCell & { stalled: number };

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

/** 督查台 at a glance: what is open, how much of it is late, and where. */
@Injectable()
export class Overview {
  constructor(
    private readonly database: Database,
    private readonly calendars: WorkingCalendars,
    private readonly organisation: Organisation,
    private readonly clock: Clock,
    private readonly conclusions: Conclusions,
    private readonly announced: AnnouncedPauses,
  ) {}

  async read(actor: Actor, clock: ClockName): Promise<ResponseOf<typeof endpoints.supervisionOverview>> {
    const calendar = await this.calendars.current();
    const today = this.calendars.today();
    const district = districtOf(actor);
    const boundaries = heatBoundaries(today, calendar);
    const [cells, concluded, moved] = await Promise.all([
      this.database.query(CELLS[clock], [district, boundaries, idleThrough(calendar.stalledAfter, today, calendar)]),
      this.conclusions.counts(actor),
      this.announced.moved(district, clock, { today, calendar, boundaries }),
    ]);
    const counted = [...cells, ...movesOf(moved)];
    const rows = await Promise.all(
      [...heatRows(counted, concluded.keys())].map(async ([id, cellsOf]) => {
        const own = concluded.get(id) ?? addedUp([]);
        return { department: await departmentRefOf(this.organisation, id), ...cellsOf, onTimeRate: onTimeRate(own), concluded: own };
      }),
    );
    rows.sort((a, b) => worstFirst(a, b) || (a.department.code < b.department.code ? -1 : 1));
    const total = sumOf(rows);
    const together = addedUp([...concluded.values()]);
    return {
      counts: lightsOf(total),
      stalled: cells.reduce((sum, cell) => sum + cell.stalled, 0),
      rows,
      total: { ...total, onTimeRate: onTimeRate(together), concluded: together },
      asOf: this.clock.now().toISOString(),
    };
  }
}
