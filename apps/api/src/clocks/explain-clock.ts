import type { ClockExplanation, Endpoints, InputOf } from '@onewindow/contracts';
import {
  clockPicture,
  isHalted,
  light,
  type NamedPause,
  remaining,
  shanghaiDateOf,
  shanghaiToday,
  SPECIAL_PROCEDURE_LABELS,
  stepPauses,
  type TaskKind,
} from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { WorkingCalendars } from '../calendar/index.js';
import { type Case, CaseStore } from '../cases/index.js';
import { type Actor, Clock, Database } from '../platform/index.js';
import { FIND_TASK } from '../review/index.js';
import { NoSuchClock } from './clock-work-problems.js';
import { EXTENSIONS_OF_CASE } from './clock-work.statements.js';

type Input = InputOf<Endpoints['explainClock']>;

/** A clock as it is stored: from where it runs, for how many days, until when. */
interface ClockToExplain {
  start: string;
  limit: number;
  extensionDays: number;
  storedDue: string;
  /** Of the step. */
  kind?: TaskKind;
  /** The day on which it stopped; null while it runs. */
  stoppedOn: string | null;
}

/** Why a due date is the day it is (R1, R3.2): computed from the same facts as the stored one, for one case on request. */
@Injectable()
export class ExplainClock {
  constructor(
    private readonly database: Database,
    private readonly cases: CaseStore,
    private readonly calendars: WorkingCalendars,
    private readonly clock: Clock,
  ) {}

  /** @throws CaseNotFound, NoSuchClock */
  async run(actor: Actor, { params, query }: Input): Promise<ClockExplanation> {
    const row = await this.cases.get(actor, params.id);
    const [found, calendar, extensions] = await Promise.all([
      query.clock === 'step' ? this.stepOf(row, query.taskId) : clockOf(row, query.clock),
      this.calendars.current(),
      query.clock === 'step' ? [] : this.database.query(EXTENSIONS_OF_CASE, [row.id]),
    ]);
    if (found === null) throw new NoSuchClock();
    const { start, limit, extensionDays, storedDue, stoppedOn, kind } = found;
    const today = stoppedOn ?? shanghaiToday(this.clock.now());
    // What stopped the case after this clock had ended did not touch it.
    const touching = (row.halts ?? []).filter((halt) => stoppedOn === null || halt.start < stoppedOn);
    const counted = kind === undefined ? touching : stepPauses(kind, touching);
    const pauses = counted.map((halt): NamedPause => ({ ...halt, label: SPECIAL_PROCEDURE_LABELS[halt.kind] }));
    const picture = clockPicture({ start, limit, extensions: [extensionDays], pauses, calendar, today });
    const left = remaining(today, { start, due: picture.due, pauses, calendar, today });
    return {
      clock: query.clock,
      start,
      limit,
      due: picture.due,
      storedDue,
      remaining: left,
      light: light([left], calendar.lights),
      today,
      isHalted: isHalted(pauses, today),
      provisionalYear: picture.provisionalYear,
      days: [...picture.days],
      pauses: [...picture.pauses],
      extendedBeside: query.clock === 'step' ? row.extensionDays : 0,
      extensions: extensions
        .filter(({ status }) => status === 'granted')
        .map(({ days, reason, document, decidedAt, requestedAt }) => ({
          days,
          reason,
          document: document ?? '',
          grantedOn: shanghaiDateOf(decidedAt ?? requestedAt),
        })),
    };
  }

  private async stepOf(row: Case, taskId: string | undefined): Promise<ClockToExplain | null> {
    const [task] = taskId === undefined ? [] : await this.database.query(FIND_TASK, [taskId]);
    if (!task || task.caseId !== row.id || task.stepStartedOn === null || task.stepDue === null) return null;
    const stoppedOn = task.doneAt === null ? null : shanghaiDateOf(task.doneAt);
    return { start: task.stepStartedOn, limit: task.stepLimit, extensionDays: 0, storedDue: task.stepDue, stoppedOn, kind: task.kind };
  }
}

function clockOf(row: Case, clock: 'statutory' | 'promised'): ClockToExplain | null {
  const limit = clock === 'statutory' ? row.statutoryLimit : row.promisedLimit;
  const storedDue = clock === 'statutory' ? row.statutoryDue : row.promisedDue;
  if (row.acceptedOn === null || limit === null || storedDue === null) return null;
  return { start: row.acceptedOn, limit, extensionDays: row.extensionDays, storedDue, stoppedOn: endedOn(row) };
}

/** The clocks of a decided or ended case stopped on that day. */
function endedOn({ decidedOn, concludedAt }: Case): string | null {
  return decidedOn ?? (concludedAt === null ? null : shanghaiDateOf(concludedAt));
}
