import {
  dateWords,
  DomainError,
  endsBySilence,
  isDeemedBySilence,
  isHalted,
  type IsoDate,
  isTaskOpen,
  pausesBefore,
  type RouteDefinition,
  shanghaiToday,
  silenceCountsOn,
  stepDueDate,
  type StoredDue,
  type WorkingCalendar,
} from '@onewindow/domain';
import type { Case } from '../cases/index.js';
import type { ReviewTask } from './review-task.entity.js';

/** R5.2: the limit has passed, and silence has counted since; the system has not written it down yet. */
export class AnswerTooLate extends DomainError {
  constructor(due: string, today: string) {
    super({
      code: 'consultation.silence-counted',
      title: `答复期 ${dateWords(due, today)} 届满，自 ${dateWords(silenceCountsOn(due), today)} 视为无意见，不能再答复或拒签。意见请直接告知主办部门。`,
      kind: 'state',
      facts: { due },
    });
  }
}

/**
 * R5.2: an answer counts until the last day of the limit, whether the worker is on time or not: the same answer at the same moment has the same
 * effect. While the case is paused nothing runs out; that follows from the pauses, not from the stored mark, which a late worker leaves standing.
 * @throws AnswerTooLate
 */
export function requireInTime(task: ReviewTask, { halts }: Pick<Case, 'halts'>, route: RouteDefinition, now: Date): void {
  const today = shanghaiToday(now);
  if (task.stepDue !== null && isSilenceCounted(task, halts, route, today)) throw new AnswerTooLate(task.stepDue, today);
}

/** R5.2: would an answer to this consultation come too late, if it were open? Of an answered one `due` is its `answerDue`. */
export function isSilenceCounted(
  task: Asked,
  halts: Case['halts'],
  route: RouteDefinition,
  today: IsoDate,
  { due, provisional }: StoredDue = { due: task.stepDue, provisional: task.stepProvisional },
): boolean {
  const { kind, stepKey } = task;
  const status = isTaskOpen(task.status) ? task.status : 'claimed';
  // A pause that begins when the days are over stops nothing any more: the worker, on time or not, counts silence all the same.
  return (
    !isHalted(pausesBefore(due, halts ?? []), today) &&
    isDeemedBySilence({ kind, status, due, provisional, endsBySilence: endsBySilence(route, stepKey), today })
  );
}

/**
 * R3.2: the last day for the answer to a consultation that is answered. Its stored day is of the hour of the answer: a pause or a calendar since
 * moves only what is open.
 */
export function answerDue(
  { kind, stepStartedOn: startedOn, stepLimit: limit, stepDue: due, stepProvisional: provisional }: ReviewTask,
  halts: Case['halts'],
  calendar: WorkingCalendar,
  today: IsoDate,
): StoredDue {
  if (startedOn === null) return { due, provisional };
  return stepDueDate({ kind, startedOn, limit, pauses: halts ?? [] }, calendar, today);
}

type Asked = Pick<ReviewTask, 'kind' | 'status' | 'stepDue' | 'stepProvisional' | 'stepKey'>;
