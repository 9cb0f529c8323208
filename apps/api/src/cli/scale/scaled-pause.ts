import { addCalendarDays, DueDates, isHalted, isTaskStanding, redate, renewalDay } from '@onewindow/domain';
import type { Case, StoredHalt } from '../../cases/index.js';
import { EMPTY_PROCEDURE, type SpecialProcedure } from '../../clocks/index.js';
import { newId } from '../../platform/index.js';
import type { ReviewTask } from '../../review/index.js';
import type { ScaleInput } from './scale-input.js';
import { byOfficer, HOUR, type Tell } from './scaled-words.js';
import type { Officer } from './world.js';

/** Of a hundred cases whose item lists a special procedure, so many had one. */
const PAUSED = 12;

/** A special procedure of a case whose item lists one (R3): over, running, or longer than announced. */
export function makePause(input: ScaleInput, row: Case, officer: Officer, chief: Officer, tell: Tell): SpecialProcedure | null {
  const { random, item, receivedOn, receivedAt, today } = input;
  const listed = item.definition.specialProcedures.filter(({ kind }) => kind !== 'publicNotice');
  if (listed.length === 0 || random.between(1, 100) > PAUSED) return null;
  const { kind, basis, usualDays } = random.pick(listed);
  const start = addCalendarDays(receivedOn, random.between(1, 4));
  if (start >= today) return null;
  const announcedEnd = addCalendarDays(start, usualDays);
  const ended = addCalendarDays(start, Math.max(1, usualDays + random.between(-4, 3)));
  const isOver = !input.open || (ended < today && random.next() < 0.7);
  const actualEnd = isOver ? ended : null;
  const halt: StoredHalt = { id: newId(), kind, start, announcedEnd, actualEnd };
  row.halts = [halt];
  const at = new Date(receivedAt.getTime() + 6 * HOUR);
  tell(at, byOfficer(chief), {
    action: 'procedure.approve',
    data: { procedure: kind, days: `${usualDays} 日`, from: addCalendarDays(start, 1), through: announcedEnd },
  });
  const person = { requestedBy: officer.id, requestedAt: receivedAt, decidedBy: chief.id, decidedAt: at };
  return {
    ...EMPTY_PROCEDURE,
    ...person,
    ...{ id: halt.id, caseId: row.id, taskId: newId(), departmentId: row.departmentId },
    ...{ kind, basis, reason: '需检测后决定', days: usualDays, unit: 'calendar' },
    status: isOver ? 'ended' : 'running',
    startedOn: start,
    announcedEnd,
    endedOn: actualEnd,
    endedBy: isOver ? officer.id : null,
    endedAt: isOver ? new Date(Date.parse(`${ended}T03:00:00Z`)) : null,
    outcome: isOver ? '检测合格' : null,
    renewOn: isOver ? null : (renewalDay(halt, today) ?? null),
  };
}

/** Dates as the nightly batch would have them today: by pauses, for the case and its open steps. */
export function settleDates(row: Case, tasks: readonly ReviewTask[], { calendar, today }: ScaleInput): void {
  const pauses = row.halts ?? [];
  const none = { due: null, provisional: false };
  const running = tasks.filter(({ status }) => isTaskStanding(status));
  const dated = running.map((task) => ({
    ...{ kind: task.kind, startedOn: task.stepStartedOn, limit: task.stepLimit, step: none },
    ...{ statutoryDue: null, promisedDue: null, nearestDue: '' },
  }));
  const now = redate({ ...row, status: 'accepted', pauses, statutory: none, promised: none }, dated, new DueDates(calendar, today));
  Object.assign(row, {
    statutoryDue: now.statutory.due,
    promisedDue: now.promised.due,
    statutoryProvisional: now.statutory.provisional,
    promisedProvisional: now.promised.provisional,
  });
  running.forEach((task, at) => {
    const dates = now.tasks[at];
    if (dates) Object.assign(task, { ...dates, stepDue: dates.step.due, stepProvisional: dates.step.provisional });
    task.paused = isHalted(pauses, today);
  });
}
