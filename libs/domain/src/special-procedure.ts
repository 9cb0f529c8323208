import { ActorNotAllowed, DomainError, type Refusal } from './errors.js';
import { dueDate } from './clock.js';
import { addCalendarDays, type IsoDate, laterOf } from './dates.js';
import type { WorkingCalendar } from './calendar.js';
import { type CaseStatus, CASE_STATUS_LABELS } from './case-status.js';
import { endsByItself, PROCEDURE_STATUS_LABELS, type ProcedureStatus } from './procedure-states.js';
import type { RouteStep } from './route-definition.js';
import { SPECIAL_PROCEDURE_LABELS, type SpecialProcedureKind } from './special-procedure-kinds.js';
import type { TaskKind, TaskStatus } from './task-status.js';
import { CLAIM_FIRST } from './task-transitions.js';

/** R3.3: the basis on which a request for corrections during review stops the clock of this item; null where it runs on. */
export function correctionBasis({ specialProcedures }: Pick<ProcedureRules, 'specialProcedures'>): string | null {
  return specialProcedures.find(({ kind }) => kind === 'correction')?.basis ?? null;
}

/** How long a procedure is announced to last. */
export interface ProcedureDays {
  readonly days: number;
  readonly unit: 'calendar' | 'working';
}

/** A procedure that may stop the clock of a case here (R3.1). */
export interface ListedProcedure extends ProcedureDays {
  readonly kind: SpecialProcedureKind;
  /** Chinese: the law that it stands on. */
  readonly basis: string;
  /** The item's own rule fixes the days; elsewhere they are what is usual. */
  readonly isFixed: boolean;
}

/** What of an item version lists its procedures. */
export interface ProcedureRules {
  readonly legalBasis: string;
  readonly specialProcedures: readonly { readonly kind: SpecialProcedureKind; readonly basis: string; readonly usualDays: number }[];
}

/**
 * R3.1: which procedures the item version lists for this step, in its own order. A public notice comes with the step whose rule prescribes it,
 * for the days of that rule; where no step of the route has one, with the item's entry. A site visit alone is never listed: it stops nothing.
 * Nor is the wait for corrections, which begins with their request (R3.3).
 */
export function listedProcedures(
  rules: ProcedureRules,
  step: Pick<RouteStep, 'publicNotice'> | undefined,
  route: { readonly steps: readonly Pick<RouteStep, 'publicNotice'>[] },
): ListedProcedure[] {
  const isOnStep = route.steps.some((one) => one.publicNotice !== undefined);
  const asked = rules.specialProcedures.filter(({ kind }) => !endsByItself(kind));
  const listed = asked.flatMap(({ kind, basis, usualDays }): ListedProcedure[] =>
    kind === 'publicNotice'
      ? isOnStep
        ? []
        : [{ kind, basis, days: usualDays, unit: 'working', isFixed: true }]
      : [{ kind, basis, days: usualDays, unit: 'working', isFixed: false }],
  );
  if (!step?.publicNotice) return listed;
  const basis = rules.specialProcedures.find(({ kind }) => kind === 'publicNotice')?.basis ?? rules.legalBasis;
  return [...listed, { kind: 'publicNotice', basis, ...step.publicNotice, isFixed: true }];
}

/** What a request for a pause is judged by. */
export interface PauseRequest {
  readonly caseStatus: CaseStatus;
  readonly listed: readonly ListedProcedure[];
  readonly kind: SpecialProcedureKind;
  /** Announced working days; left out: what is usual, or the rule's. */
  readonly days?: number | undefined;
  /** Kinds that are asked for or running in this case already. */
  readonly open: readonly SpecialProcedureKind[];
}

/** Longer than any procedure of this field lasts; a typing error is longer. */
export const LONGEST_PROCEDURE_DAYS = 200;

/**
 * R3.1: the procedure that is asked for, with its days.
 * @throws DomainError `procedure.case-not-accepted` (409), `procedure.not-listed`, `procedure.days-fixed`, `procedure.days-invalid` (422),
 * `procedure.already-open` (409).
 */
export function planProcedure({ caseStatus, listed, kind, days, open }: PauseRequest): ListedProcedure {
  const label = SPECIAL_PROCEDURE_LABELS[kind];
  const notUnderReview = notAccepted(caseStatus, 'procedure', '暂停计时');
  if (notUnderReview !== null) throw notUnderReview;
  const found = listed.find((one) => one.kind === kind);
  if (!found) throw notListed(label, listed);
  if (open.includes(kind)) {
    const title = `本件已经申请或正在${label}。结束后再申请`;
    throw new DomainError({ code: 'procedure.already-open', title, kind: 'state', facts: { kind } });
  }
  const wanted = days ?? found.days;
  if (found.isFixed && wanted !== found.days) {
    const title = `${label}的天数由事项规定：${procedureDaysWords(found)}，不能改`;
    throw new DomainError({ code: 'procedure.days-fixed', title, kind: 'rule', facts: { days: found.days } });
  }
  if (!Number.isInteger(wanted) || wanted < 1 || wanted > LONGEST_PROCEDURE_DAYS) {
    const title = `${label}需要 1 至 ${LONGEST_PROCEDURE_DAYS} 天，填写整数`;
    throw new DomainError({ code: 'procedure.days-invalid', title, kind: 'rule', facts: { days: wanted } });
  }
  return { ...found, days: wanted };
}

function notListed(label: string, listed: readonly ListedProcedure[]): DomainError {
  const names = listed.map(({ kind }) => SPECIAL_PROCEDURE_LABELS[kind]).join('、');
  const instead = names === '' ? '这一环节不能暂停计时' : `这一环节可以暂停的有：${names}`;
  return new DomainError({ code: 'procedure.not-listed', title: `事项没有列入“${label}”。${instead}`, kind: 'rule' });
}

/** A pause, an extension: only while the clocks of the case run. Null when they do; otherwise `<subject>.case-not-accepted` (409). */
export function notAccepted(status: CaseStatus, subject: 'procedure' | 'extension', verb: string): DomainError | null {
  if (status === 'accepted') return null;
  const title = `本件“${CASE_STATUS_LABELS[status]}”，${verb}限于“${CASE_STATUS_LABELS.accepted}”、还没有决定时`;
  return new DomainError({ code: `${subject}.case-not-accepted`, title, kind: 'state', facts: { status } });
}

/**
 * Who asks for a pause or an extension: whoever holds a step of the review, or the chief of the department that answers for the item.
 * A consulted department gives an opinion and does not hold the case up. Null when the officer may ask.
 */
export function clockWorkRefusal(
  officer: { readonly id: string; readonly isLeadChief: boolean },
  task: { readonly kind: TaskKind; readonly status: TaskStatus; readonly holderId: string | null },
): Refusal | null {
  if (officer.isLeadChief) return null;
  const title =
    task.kind === 'consultation' || task.kind === 'reroute'
      ? '暂停和延期由主办部门申请，这里只答复意见'
      : task.status === 'claimed' && task.holderId === officer.id
        ? null
        : task.status === 'pooled'
          ? CLAIM_FIRST
          : '本件由别人办理，由持件人申请。联系持件人';
  return title === null ? null : { title, error: () => new ActorNotAllowed('task', 'pause', title) };
}

/** 7 个工作日; 10 天 for a public notice in calendar days. */
export function procedureDaysWords({ days, unit }: ProcedureDays): string {
  return unit === 'working' ? `${days} 个工作日` : `${days} 天`;
}

/** R3.2: the announced end of a procedure, and whether it was counted by a year whose notice is not out (R1.2). */
export interface AnnouncedEnd {
  readonly end: IsoDate;
  readonly provisional: boolean;
}

/** R3.2: the announced end of a procedure whose notice is served on `startedOn`; like every period, that day is not counted. */
export function announcedEnd(startedOn: IsoDate, { days, unit }: ProcedureDays, calendar: WorkingCalendar): AnnouncedEnd {
  if (unit === 'calendar') return { end: addCalendarDays(startedOn, days), provisional: false };
  const { due: end, provisional } = dueDate({ start: startedOn, limit: days, calendar, today: startedOn });
  return { end, provisional };
}

/** A procedure as it is stored, as far as its last day goes. */
export interface DatedProcedure extends ProcedureDays {
  readonly kind: SpecialProcedureKind;
  readonly status: ProcedureStatus;
  readonly startedOn: IsoDate | null;
  readonly announcedEnd: IsoDate | null;
}

/**
 * R1.2, R3.1: the day until which a procedure runs by its notice; null before its start. A public notice lasts as many working days as its rule
 * prescribes: where the calendar came out after it began and has fewer, longer than was told; never shorter, for people rely on the day told.
 */
export function standingEnd(procedure: DatedProcedure, calendar: WorkingCalendar): IsoDate | null {
  const { kind, status, startedOn, announcedEnd: told } = procedure;
  if (kind !== 'publicNotice' || status !== 'running' || startedOn === null || told === null) return told;
  return laterOf(told, announcedEnd(startedOn, procedure, calendar).end);
}

/** What the end of a procedure is judged by. */
export interface ProcedureEnd {
  readonly kind: SpecialProcedureKind;
  readonly startedOn: IsoDate;
  /** `standingEnd` */
  readonly announcedEnd: IsoDate;
  /** The last day of the procedure: today, or an earlier one when the outcome came in later. */
  readonly endedOn: IsoDate;
  readonly today: IsoDate;
  readonly hasDocument: boolean;
  readonly openObjections: number;
}

/**
 * R3.2: why a procedure can't end like this, or null. It ends no earlier than it began and not in the future; with its document, except a public
 * notice, whose outcome is its objections and answers; a public notice runs its full time and leaves no objection unanswered.
 */
export function endProblem(end: ProcedureEnd): DomainError | null {
  const problem = (code: string, title: string): DomainError => new DomainError({ code, title, kind: 'rule' });
  const label = SPECIAL_PROCEDURE_LABELS[end.kind];
  if (end.endedOn < end.startedOn)
    return problem('procedure.ends-before-start', `${label} ${end.startedOn} 才开始，不能在这之前结束。核对结束日`);
  if (end.endedOn > end.today) return problem('procedure.ends-in-future', `结束日 ${end.endedOn} 还没有到。到那天再记，或填今天`);
  if (end.kind === 'publicNotice') {
    if (end.endedOn < end.announcedEnd)
      return problem('procedure.public-notice-too-short', `公示到 ${end.announcedEnd} 期满，不能提前结束`);
    if (end.today <= end.announcedEnd)
      return problem('procedure.public-notice-too-short', `公示到 ${end.announcedEnd} 期满，当天还收异议。次日起再结束`);
    if (end.openObjections > 0) return problem('procedure.objections-open', `还有 ${end.openObjections} 条异议没有答复。答复后再结束公示`);
  } else if (!end.hasDocument) return problem('procedure.document-missing', `${label}的结果文件还没有上传。上传后再结束`);
  return null;
}

/** Why an objection can't be recorded, or null: only to a public notice that runs, dated within its days (`standingEnd`). */
export function objectionProblem(
  procedure: { kind: SpecialProcedureKind; status: ProcedureStatus; startedOn: IsoDate | null; announcedEnd: IsoDate | null },
  receivedOn: IsoDate,
  today: IsoDate,
): DomainError | null {
  const problem = (code: string, title: string, kind: 'rule' | 'state' = 'rule') => new DomainError({ code, title, kind });
  if (procedure.kind !== 'publicNotice')
    return problem('objection.not-public-notice', `异议只对公示提出，这是${SPECIAL_PROCEDURE_LABELS[procedure.kind]}`);
  if (procedure.status !== 'running' || procedure.startedOn === null || procedure.announcedEnd === null) {
    return problem('objection.not-running', `公示“${PROCEDURE_STATUS_LABELS[procedure.status]}”，不再收异议。另按信访或投诉办理`, 'state');
  }
  if (receivedOn > today) return problem('objection.in-future', `收到异议的日期 ${receivedOn} 还没有到。核对日期`);
  if (receivedOn < procedure.startedOn || receivedOn > procedure.announcedEnd) {
    return problem(
      'objection.out-of-period',
      `${receivedOn} 不在公示期（${procedure.startedOn} 至 ${procedure.announcedEnd}）内，不作为公示异议。另按信访或投诉办理`,
    );
  }
  return null;
}

/**
 * R3.1: a step whose rule prescribes a public notice has not passed until one has run its time since the step began. Null when it has, or none is
 * prescribed; otherwise `procedure.public-notice-missing` (422).
 */
export function publicNoticeProblem(
  step: Pick<RouteStep, 'publicNotice'> | undefined,
  halts: readonly { kind: SpecialProcedureKind; start: IsoDate; actualEnd: IsoDate | null }[] | null,
  startedOn: IsoDate | null,
): DomainError | null {
  if (step?.publicNotice === undefined) return null;
  const since = (halts ?? []).filter(({ kind, start }) => kind === 'publicNotice' && (startedOn === null || start >= startedOn));
  if (since.some(({ actualEnd }) => actualEnd !== null)) return null;
  const what =
    since.length > 0 ? '公示还没有结束。期满后结束公示' : `还没有公示。发起公示 ${procedureDaysWords(step.publicNotice)}，期满后`;
  return new DomainError({ code: 'procedure.public-notice-missing', title: `${what}再办完这一环节`, kind: 'rule' });
}

/** R3.2: where a procedure stands on a day: `noticed` on the day of its notice, on which the clock still runs. */
export type ProcedurePhase = Exclude<ProcedureStatus, 'running'> | 'noticed' | 'running' | 'overrun';

/** R3.1: true while a pause that was asked for waits for the chief. */
export function isProcedureAwaited(phase: ProcedurePhase): boolean {
  return phase === 'requested';
}

/** The phase of a procedure on a day, for screens. */
export function procedurePhase(
  procedure: { status: ProcedureStatus; startedOn: IsoDate | null; announcedEnd: IsoDate | null },
  today: IsoDate,
): ProcedurePhase {
  if (procedure.status !== 'running' || procedure.startedOn === null || procedure.announcedEnd === null) return procedure.status;
  if (today <= procedure.startedOn) return 'noticed';
  return today > procedure.announcedEnd ? 'overrun' : 'running';
}

/**
 * R1.7: the next day on which the stored dates of the case have to be looked at again, or null when never more: the day after the start (the
 * clock stops), every day beyond the announced end of an open one, and the day after the actual end (the clock runs again).
 */
export function renewalDay(pause: { start: IsoDate; announcedEnd: IsoDate; actualEnd: IsoDate | null }, today: IsoDate): IsoDate | null {
  if (today <= pause.start) return addCalendarDays(pause.start, 1);
  if (pause.actualEnd !== null) return today <= pause.actualEnd ? addCalendarDays(pause.actualEnd, 1) : null;
  return addCalendarDays(today <= pause.announcedEnd ? pause.announcedEnd : today, 1);
}
