import { addCalendarDays, type IsoDate } from './dates.js';
import { type DomainErrorInit, type Refusal, refusal } from './errors.js';
import type { RouteDefinition } from './route-definition.js';
import { isTaskHeld, isTaskOpen, type TaskKind, type TaskStatus } from './task-status.js';
import { CLAIM_FIRST, hasTaskTransition } from './task-transitions.js';

/** R5.2: working days within which another department answers, where the officer names no other limit. */
export const DEFAULT_CONSULTATION_LIMIT = 5;
/** Working days; nobody may be asked for longer than a first instance lasts (R1.6). */
export const LONGEST_CONSULTATION_LIMIT = 20;
/** Departments that one question may go to. */
export const MOST_CONSULTED = 10;

/** What a consulted department may answer. */
export const CONSULTATION_OUTCOMES = ['agree', 'agreeWithConditions', 'object'] as const;
export type ConsultationOutcome = (typeof CONSULTATION_OUTCOMES)[number];

/**
 * By which action of R11 an officer answers a consultation now: one in the pool is taken with the answer, one in the own hands is done. Null
 * when there is nothing for them to answer: it is a colleague's, not yet open, or over.
 */
export function answerAction(
  task: { readonly status: TaskStatus; readonly holderId: string | null },
  officerId: string,
): 'claim' | 'complete' | null {
  if (task.status === 'pooled') return 'claim';
  return isTaskHeld(task.status) && task.holderId === officerId ? 'complete' : null;
}

const ASKED = 'consult.';
/** The last group of a UUID: random in version 7, so it tells the tasks of one case apart. */
const ID_TAIL = 12;

/**
 * The step key of a consultation that an officer asked for outside the route (协办). It names the asking task, so that nobody has to look up
 * what a task waits for. At most 40 characters.
 * @param askingTaskId UUID of the task that asks
 * @param n counts the consultations of that task from 1
 */
export function consultationKey(askingTaskId: string, n: number): string {
  return `${ASKED}${askingTaskId.slice(-ID_TAIL)}.${n}`;
}

/** Was this consultation asked for by an officer (协办), rather than planned by the route? */
export function isAskedConsultation(stepKey: string): boolean {
  return stepKey.startsWith(ASKED);
}

/** Was it asked by this task? */
export function isAskedBy(stepKey: string, askingTaskId: string): boolean {
  return stepKey.startsWith(`${ASKED}${askingTaskId.slice(-ID_TAIL)}.`);
}

/** A task as far as consultations are concerned. */
interface ConsultedTask {
  stepKey: string;
  status: TaskStatus;
}

/** The consultations that this task asked for and that are still open: it can't be completed before them. */
export function openConsultations<T extends ConsultedTask>(tasks: readonly T[], askingTaskId: string): T[] {
  return tasks.filter((task) => isAskedBy(task.stepKey, askingTaskId) && isTaskOpen(task.status));
}

/** R5.2: silence counts from the day after the last day of the limit, from its first minute. */
export function silenceCountsOn(due: IsoDate): IsoDate {
  return addCalendarDays(due, 1);
}

/** R5.2: does silence end this consultation? An officer's question always; a step of the route where the route says so. */
export function endsBySilence(route: RouteDefinition, stepKey: string): boolean {
  if (isAskedConsultation(stepKey)) return true;
  const step = route.steps.find((one) => one.key === stepKey);
  return step?.kind === 'consultation' && step.onSilence === 'deemedNoObjection';
}

export interface SilenceInput {
  kind: TaskKind;
  status: TaskStatus;
  /** Last day of the step's clock, pauses counted in; null before it runs. */
  due: IsoDate | null;
  /** R1.2: the limit reaches into a year whose notice is not out, so the day is a guess. */
  provisional: boolean;
  endsBySilence: boolean;
  today: IsoDate;
}

/**
 * R5.2: has silence become 视为无意见? Only of consultations, on the day after the limit, whether the system has written it down yet or not.
 * Silence never ends a review or grants a decision. R1.2: by a guessed day it neither counts nor refuses an answer; once the notice is out it
 * counts from the true one.
 */
export function isDeemedBySilence({ kind, status, due, provisional, endsBySilence: ends, today }: SilenceInput): boolean {
  return ends && due !== null && !provisional && hasTaskTransition(status, 'deem', kind) && today >= silenceCountsOn(due);
}

/** A department that may be asked. */
export interface ConsultedDepartment {
  id: string;
  /** Somebody works there who could answer. */
  staffed: boolean;
}

export interface ConsultationContext {
  /** Department of the asking task. */
  ownDepartmentId: string;
  /** Departments that still owe an answer on this case, by consultations of either kind. */
  askedDepartmentIds: readonly string[];
}

/** R5.2: why a department can't be asked, in Chinese; null when it can. Nobody consults himself, and nobody asks twice at once. */
export function consultationProblem(
  department: ConsultedDepartment,
  { ownDepartmentId, askedDepartmentIds }: ConsultationContext,
): { code: string; reason: string } | null {
  if (department.id === ownDepartmentId) return { code: 'consultation.own-department', reason: '不能向本部门征求意见。本部门的人用转办' };
  if (!department.staffed) return { code: 'consultation.department-closed', reason: '该部门没有在岗审批人员，无人答复。另选部门' };
  if (askedDepartmentIds.includes(department.id)) return { code: 'consultation.already-asked', reason: '已经问过该部门，还没有答复' };
  return null;
}

/** What decides whether an officer may ask other departments now. */
export interface AskingInput {
  kind: TaskKind;
  status: TaskStatus;
  isHolder: boolean;
  caseIsAccepted: boolean;
}

/** 协办: the holder of a review or a decision may ask other departments while the work is his. Null when he may; else why not. */
export function askingRefusal({ kind, status, isHolder, caseIsAccepted }: AskingInput): Refusal | null {
  if (kind !== 'review' && kind !== 'decision') return refuse('consultation.not-here', '本环节不能征求意见。审查和决定环节可以', 'rule');
  if (!caseIsAccepted) return refuse('task.case-not-accepted', '办件不在审批中。查看办件现状', 'rule');
  if (status === 'pooled') return refuse('consultation.not-holder', CLAIM_FIRST, 'state');
  if (status !== 'claimed' || !isHolder)
    return refuse('consultation.not-holder', '本件由别人办理，持件人才能征求意见。联系持件人', 'state');
  return null;
}

function refuse(code: string, title: string, kind: DomainErrorInit['kind']): Refusal {
  return refusal({ code, title, kind });
}
