import { clockWorkRefusal, endsByItself, extensionProblem, notAccepted, shanghaiToday } from '@onewindow/domain';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Actor, Clock, hasRole } from '../platform/index.js';
import { inWhoseName, WorkActions, type WorkOffer, type WorkSubject } from '../review/index.js';
import { isLeadChief, listedOn } from './clock-work-desk.js';

type Offer = Awaited<ReturnType<WorkOffer>>;

/** Which of 暂停, 结束暂停 and 延期 an officer is offered on a task, and why not. */
@Injectable()
export class ClockOffers implements OnModuleInit {
  constructor(
    private readonly actions: WorkActions,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.actions.register('pause', (actor, on) => Promise.resolve(pause(actor, on)));
    this.actions.register('endPause', (actor, on) => Promise.resolve(endPause(actor, on)));
    this.actions.register('extend', (actor, on) => Promise.resolve(this.extend(actor, on)));
  }

  private extend(actor: Actor, on: WorkSubject): Offer {
    const { row, definition } = on;
    if (!isOffered(actor, on)) return null;
    const facts = { extensionLimit: definition.extensionLimit, extended: row.extensionDays, statutoryDue: row.statutoryDue };
    const problem = extensionProblem({ caseStatus: row.status, today: shanghaiToday(this.clock.now()), ...facts });
    return refusedFirst(actor, on, problem?.title ?? null);
  }
}

/** 出证 and 改派 come after and outside the review; consultations give an opinion. */
function isOffered(actor: Actor, { task }: WorkSubject): boolean {
  return hasRole(actor, 'approver', 'chief') && (task.kind === 'review' || task.kind === 'decision');
}

function refusedFirst(actor: Actor, on: WorkSubject, problem: string | null): Offer {
  const { row, task } = on;
  const refused =
    clockWorkRefusal({ id: inWhoseName(actor, on), isLeadChief: isLeadChief(actor, row.departmentId) }, task)?.title ?? problem;
  return refused === null ? { allowed: true } : { allowed: false, reason: refused };
}

/** What is asked for or running already is the panel's to say: it offers the other kinds and takes a request back. */
function pause(actor: Actor, on: WorkSubject): Offer {
  if (!isOffered(actor, on)) return null;
  const closed = notAccepted(on.row.status, 'procedure', '暂停计时')?.title;
  const isListed = listedOn(on.definition, on.task.stepKey).length > 0;
  return refusedFirst(actor, on, closed ?? (isListed ? null : '本环节没有列入可以暂停的特别程序'));
}

/** There is something to end only while a procedure runs; the wait for corrections ends by itself (R3.3). */
function endPause(actor: Actor, on: WorkSubject): Offer {
  const isOpen = on.row.halts?.some(({ kind, actualEnd }) => actualEnd === null && !endsByItself(kind)) ?? false;
  if (!isOffered(actor, on) || !isOpen) return null;
  // Whoever asked may end it too; who that was stands in the procedure, and the panel says so.
  const isTheirs = on.task.holderId === inWhoseName(actor, on) || actor.departmentId === on.row.departmentId;
  return isTheirs ? { allowed: true } : { allowed: false, reason: '由主办部门或申请的人结束' };
}
