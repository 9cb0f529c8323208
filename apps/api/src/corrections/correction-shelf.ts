import type { AwaitedCorrection, CorrectionView } from '@onewindow/contracts';
import { earlierOf, isCorrectionAwaited, type IsoDate, light, remaining, shanghaiDateOf } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { WorkingCalendars } from '../calendar/index.js';
import { StaffNames } from '../organisation/index.js';
import { type CommandTx, Database, sql } from '../platform/index.js';
import type { Correction } from './correction.entity.js';

export type Reader = Pick<CommandTx, 'query'>;

const COLUMNS = `k.id, k.case_id AS "caseId", k.task_id AS "taskId", k.step_name AS "stepName", k.hall_id AS "hallId", k.status,
  k.asked_by AS "askedBy", k.asked_at AS "askedAt", k.due_on AS "dueOn", k.points, k.brought, k.closed_at AS "closedAt", k.closed_by AS "closedBy"`;
/** The pause of a request carries its id. */
const STOPS_CLOCK = sql<{ id: string }>('SELECT id FROM special_procedure WHERE id = ANY($1::uuid[])');
export const CORRECTION_COLUMNS = COLUMNS;

const FIND = sql<Correction>(`SELECT ${COLUMNS} FROM correction k WHERE k.id = $1`);
const OF_CASE = sql<Correction>(`SELECT ${COLUMNS} FROM correction k WHERE k.case_id = $1 ORDER BY k.id DESC LIMIT 50`);
const IS_OPEN = sql<{ id: string }>(`SELECT id FROM correction WHERE case_id = $1 AND status = 'open' LIMIT 1`);
const INSERT = sql(
  `INSERT INTO correction (id, case_id, task_id, step_name, hall_id, status, asked_by, asked_at, due_on, points)
   VALUES ($1, $2, $3, $4, $5, 'open', $6, $7, $8, $9)`,
);
const SAVE = sql('UPDATE correction SET status = $2, brought = $3, closed_at = $4, closed_by = $5 WHERE id = $1');

/** Reads, keeps and presents requests for corrections. One changes only while its case is locked. */
@Injectable()
export class CorrectionShelf {
  constructor(
    private readonly database: Database,
    private readonly calendars: WorkingCalendars,
    private readonly staff: StaffNames,
  ) {}

  async find(id: string, reader: Reader = this.database): Promise<Correction | null> {
    const [found] = await reader.query(FIND, [id]);
    return found ?? null;
  }

  ofCase(caseId: string, reader: Reader = this.database): Promise<Correction[]> {
    return reader.query(OF_CASE, [caseId]);
  }

  /** Does the case wait for corrections? */
  async isOpen(caseId: string, reader: Reader = this.database): Promise<boolean> {
    return (await reader.query(IS_OPEN, [caseId])).length > 0;
  }

  async add(tx: CommandTx, one: Correction): Promise<void> {
    const { id, caseId, taskId, stepName, hallId, askedBy, askedAt, dueOn, points } = one;
    await tx.query(INSERT, [id, caseId, taskId, stepName, hallId, askedBy, askedAt, dueOn, JSON.stringify(points)]);
  }

  async save(tx: CommandTx, one: Correction): Promise<void> {
    await tx.query(SAVE, [one.id, one.status, one.brought === null ? null : JSON.stringify(one.brought), one.closedAt, one.closedBy]);
  }

  async present(reader: Reader, rows: readonly Correction[]): Promise<CorrectionView[]> {
    if (rows.length === 0) return [];
    const [names, pauses, calendar] = await Promise.all([
      this.staff.refs(
        rows.flatMap(({ askedBy, closedBy }) => [askedBy, ...(closedBy === null ? [] : [closedBy])]),
        reader,
      ),
      reader.query(STOPS_CLOCK, [rows.map(({ id }) => id)]),
      this.calendars.current(),
    ]);
    const today = this.calendars.today();
    const clockOf = (due: IsoDate, askedAt: Date): AwaitedCorrection['clock'] => {
      const left = remaining(today, { start: earlierOf(shanghaiDateOf(askedAt), due), due, calendar, today });
      return { due, remaining: left, light: light([left], calendar.lights), provisional: false };
    };
    return rows.map(({ hallId: _hall, closedBy, brought, points, askedAt, askedBy, closedAt, ...row }) => ({
      ...row,
      askedBy: names.get(askedBy) ?? { id: askedBy, name: '', staffNo: '' },
      askedAt: askedAt.toISOString(),
      clock: isCorrectionAwaited(row.status) ? clockOf(row.dueOn, askedAt) : null,
      points: points.map((point) => {
        const came = brought?.find(({ kind, key }) => kind === point.kind && key === point.key);
        return { ...point, brought: came ? { at: came.at, before: came.before, after: came.after } : null };
      }),
      stopsClock: pauses.some(({ id }) => id === row.id),
      closedAt: closedAt?.toISOString() ?? null,
      closedBy: closedBy === null ? null : (names.get(closedBy) ?? null),
    }));
  }
}
