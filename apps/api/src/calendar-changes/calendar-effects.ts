import type { CalendarEffect } from '@onewindow/contracts';
import {
  calendarDaysBetween,
  CLOCKED_CASE_STATUSES,
  CLOCKED_TASK_STATUSES,
  type DatedCase,
  DueDates,
  type IsoDate,
  redate,
  type TaskKind,
} from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { calendarOf } from '../calendar/index.js';
import type { StoredHalt } from '../cases/index.js';
import { type CommandTx, sql } from '../platform/index.js';
import type { CalendarPlan } from './calendar-plan.js';

interface CaseGroup {
  status: DatedCase['status'];
  acceptedOn: IsoDate | null;
  statutoryLimit: number | null;
  promisedLimit: number | null;
  extensionDays: number;
  halts: StoredHalt[] | null;
  statutoryDue: IsoDate | null;
  promisedDue: IsoDate | null;
  statutoryProvisional: boolean;
  promisedProvisional: boolean;
  /** startedOn, limit, due, kind of each running step. */
  steps: [IsoDate | null, number, IsoDate | null, TaskKind][] | null;
  cases: number;
}

/** Every open case once, those with the same facts and dates together: 200,000 cases are a few thousand groups. */
const GROUPS = sql<CaseGroup>(
  `SELECT status, accepted_on AS "acceptedOn", statutory_limit AS "statutoryLimit", promised_limit AS "promisedLimit",
          extension_days AS "extensionDays", halts, statutory_due AS "statutoryDue", promised_due AS "promisedDue",
          statutory_provisional AS "statutoryProvisional", promised_provisional AS "promisedProvisional", steps, count(*)::int AS cases
   FROM (
     SELECT c.*, s.steps FROM cases c LEFT JOIN (
       SELECT t.case_id, jsonb_agg(jsonb_build_array(t.step_started_on, t.step_limit, t.step_due, t.kind)
               ORDER BY t.step_started_on, t.step_limit, t.kind) AS steps
       FROM review_task t WHERE t.status = ANY($2::text[]) GROUP BY t.case_id
     ) s ON s.case_id = c.id
     WHERE c.status = ANY($1::text[])
   ) open GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11`,
);

/** What a change of the calendar would do, counted over every open case by the same rule that will do it. */
@Injectable()
export class CalendarEffects {
  async of(reader: Pick<CommandTx, 'query'>, plan: CalendarPlan, today: IsoDate): Promise<CalendarEffect> {
    const groups = await reader.query(GROUPS, [CLOCKED_CASE_STATUSES, CLOCKED_TASK_STATUSES]);
    const dates = new DueDates(calendarOf(plan.next), today);
    const shifts = new Map<number, number>();
    const counted = { openCases: 0, movedCases: 0, settledCases: 0, movedSteps: 0 };
    for (const group of groups) {
      const row = datedCase(group);
      const steps = (group.steps ?? []).map(([startedOn, limit, due, kind]) => ({
        ...{ kind, startedOn, limit, step: { due, provisional: false } },
        ...{ statutoryDue: group.statutoryDue, promisedDue: group.promisedDue, nearestDue: '' },
      }));
      const after = redate(row, steps, dates);
      counted.openCases += group.cases;
      if (after.moved) counted.movedCases += group.cases;
      else if (becameFirm(row.statutory, after.statutory) || becameFirm(row.promised, after.promised)) counted.settledCases += group.cases;
      counted.movedSteps += group.cases * after.tasks.filter(({ step }, at) => step.due !== steps[at]?.step.due).length;
      const shift = shiftOf(row, after);
      if (shift !== 0) shifts.set(shift, (shifts.get(shift) ?? 0) + group.cases);
    }
    return {
      days: plan.days,
      workingDays: plan.workingDays,
      ...counted,
      shifts: [...shifts].map(([days, cases]) => ({ days, cases })).sort((a, b) => a.days - b.days),
      keptEdits: plan.keptEdits,
    };
  }
}

function datedCase(group: CaseGroup): DatedCase {
  return {
    ...group,
    pauses: group.halts ?? [],
    statutory: { due: group.statutoryDue, provisional: group.statutoryProvisional },
    promised: { due: group.promisedDue, provisional: group.promisedProvisional },
  };
}

function becameFirm(before: DatedCase['promised'], after: DatedCase['promised']): boolean {
  return before.provisional && !after.provisional;
}

/** By how many days the promised date, or the statutory one where nothing is promised, comes later. */
function shiftOf(before: Pick<DatedCase, 'promised' | 'statutory'>, after: Pick<DatedCase, 'promised' | 'statutory'>): number {
  const [from, to] = before.promised.due === null ? [before.statutory.due, after.statutory.due] : [before.promised.due, after.promised.due];
  return from === null || to === null ? 0 : calendarDaysBetween(from, to);
}
