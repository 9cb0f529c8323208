import { addCalendarDays, dueInQueue, type IsoDate, type Pause, type WorkingCalendar } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { Database, sql } from '../platform/index.js';
import { columnOf } from './heat-columns.js';
import { type ClockName, OPEN_WORK } from './open-work.js';

interface Announced {
  id: string;
  departmentId: string;
  due: IsoDate;
  start: IsoDate;
  halts: readonly Pause[];
}

/** A task that the stored date puts into one column of the heat map while what remains today belongs into another. */
export interface MovedTask {
  id: string;
  departmentId: string;
  stored: number;
  column: number;
}

/** Of each clock its due date and the day from which it counts. Work without that clock goes by its nearest date, which is right already. */
const DATES = {
  promised: ['t.promised_due', 'c.accepted_on'],
  statutory: ['t.statutory_due', 'c.accepted_on'],
  step: ['t.step_due', 't.step_started_on'],
} as const satisfies Record<ClockName, readonly [due: string, start: string]>;
/** Found by the day on which the night batch looks at them again, the day after their notice. `$2` that day, `$3` today. */
const statementFor = ([due, start]: (typeof DATES)[ClockName]) =>
  sql<Announced>(
    `SELECT DISTINCT ON (t.id) t.id, t.department_id AS "departmentId", ${due} AS due, ${start} AS start, c.halts
     FROM special_procedure p JOIN cases c ON c.id = p.case_id JOIN review_task t ON t.case_id = c.id
     WHERE ${OPEN_WORK} AND p.renew_on = $2 AND p.started_on = $3 AND NOT t.paused
       AND c.halts IS NOT NULL AND ${due} IS NOT NULL AND ${start} IS NOT NULL`,
  );
const ANNOUNCED = { promised: statementFor(DATES.promised), statutory: statementFor(DATES.statutory), step: statementFor(DATES.step) };

/**
 * R3.2, R1.8: on the day of its notice a pause has moved the stored dates, but the clock still runs: such work belongs where what remains of
 * it puts it, as its row says. A handful on a day, looked up by themselves, so that the pass over all open work stays as it is.
 */
@Injectable()
export class AnnouncedPauses {
  constructor(private readonly database: Database) {}

  async moved(
    district: string,
    clock: ClockName,
    { today, calendar, boundaries }: { today: IsoDate; calendar: WorkingCalendar; boundaries: readonly IsoDate[] },
  ): Promise<MovedTask[]> {
    const found = await this.database.query(ANNOUNCED[clock], [district, addCalendarDays(today, 1), today]);
    return found.flatMap(({ id, departmentId, due, start, halts }) => {
      const stored = columnOf(due, boundaries);
      const column = columnOf(dueInQueue({ start, due, pauses: halts, calendar, today }), boundaries);
      return stored === column ? [] : [{ id, departmentId, stored, column }];
    });
  }
}
