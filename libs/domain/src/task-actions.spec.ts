import { describe, expect, it } from '@jest/globals';
import { DomainError } from './errors.js';
import { type Role, ROLES } from './roles.js';
import { type TaskActionInput, type TaskFacts, requireTaskAction, taskActionsFor } from './task-actions.js';
import type { Officer, TaskDesk } from './task-relations.js';
import { type TaskStatus, TASK_STATUSES } from './task-status.js';
import { type TaskAction, TASK_ACTIONS } from './task-transitions.js';

const CLEAR: TaskFacts = { caseIsAccepted: true, laterWorkBegun: false, hasEarlierStep: true, ownConflict: false };
const DESK: TaskDesk = {
  kind: 'review',
  role: 'approver',
  departmentId: 'd1',
  hallId: 'h1',
  regionCode: '440199',
  holderId: null,
  completedById: null,
};

interface Scene {
  roles?: Role[];
  departmentId?: string;
  regionCode?: string;
  /** Whose the task is, or was. */
  whose?: 'mine' | 'other';
  desk?: Partial<TaskDesk>;
  facts?: Partial<TaskFacts>;
}

function scene(
  status: TaskStatus,
  { roles = ['approver'], departmentId = 'd1', regionCode = '440199', whose = 'mine', desk, facts }: Scene,
): TaskActionInput {
  const person = whose === 'mine' ? 'me' : 'other';
  const actor: Officer = { id: 'me', roles, departmentId, hallId: 'h1', regionCode };
  const task = { ...DESK, holderId: status === 'claimed' ? person : null, completedById: status === 'done' ? person : null, ...desk };
  const holder = status === 'claimed' ? { id: person, name: '谢文彬', claimedAt: '2026-11-05T02:41:00Z' } : null;
  return { status, kind: task.kind, actor, task, holder, facts: { ...CLEAR, ...facts }, today: '2026-11-05' };
}

function codeOf(action: TaskAction, input: TaskActionInput): string | null {
  try {
    requireTaskAction(action, input);
    return null;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return error.code;
  }
}

function allowed(status: TaskStatus, over: Scene): TaskAction[] {
  const input = scene(status, over);
  const byRule = TASK_ACTIONS.filter((action) => codeOf(action, input) === null);
  const offers = taskActionsFor(input);
  expect(offers.filter((one) => one.allowed).map((one) => one.action)).toEqual(byRule);
  for (const one of offers) expect(one.allowed).toBe(one.reason === undefined);
  return byRule;
}

const HELD: TaskAction[] = ['release', 'complete', 'refuse', 'return', 'transfer'];

/** R11 by hand: what each role may do in each state, on a task of its department and region, held (or done) by the actor or by another. */
const MAY: Partial<Record<Role, Partial<Record<TaskStatus, { mine: TaskAction[]; other: TaskAction[] }>>>> = {
  approver: {
    pooled: { mine: ['claim'], other: ['claim'] },
    claimed: { mine: HELD, other: [] },
    done: { mine: ['retrieve'], other: [] },
  },
  chief: {
    pooled: { mine: ['reassign'], other: ['reassign'] },
    claimed: { mine: [...HELD, 'reassign'], other: ['transfer', 'reassign'] },
  },
  supervisor: {
    pooled: { mine: ['reassign'], other: ['reassign'] },
    claimed: { mine: [...HELD, 'reassign'], other: ['reassign'] },
  },
};

describe('R11 who may do what to a task, exhaustively', () => {
  for (const role of ROLES) {
    for (const status of TASK_STATUSES) {
      for (const whose of ['mine', 'other'] as const) {
        it(`R11 ${role} on ${status}, ${whose}`, () => {
          // A holder acts on what they hold, whatever their role: a task may be assigned before a role is withdrawn.
          const holding = status === 'claimed' && whose === 'mine' ? HELD : [];
          expect(allowed(status, { roles: [role], whose })).toEqual(MAY[role]?.[status]?.[whose] ?? holding);
        });
      }
    }
  }

  it('R11 the system deems consultations and cancels, nothing else', () => {
    for (const kind of ['review', 'consultation'] as const) {
      for (const status of TASK_STATUSES) {
        const input: TaskActionInput = { ...scene(status, {}), kind, actor: 'system' };
        const expected = [
          ...(kind === 'consultation' && (status === 'pooled' || status === 'claimed') ? ['deem'] : []),
          ...(status === 'waiting' || status === 'pooled' || status === 'claimed' ? ['cancel'] : []),
        ];
        expect(TASK_ACTIONS.filter((action) => codeOf(action, input) === null)).toEqual(expected);
        expect(taskActionsFor(input)).toEqual([]);
      }
    }
  });

  it('every action of the actor’s roles is offered, the impossible ones with a reason', () => {
    expect(taskActionsFor(scene('waiting', {})).map((one) => one.action)).toEqual([
      'claim',
      'release',
      'complete',
      'retrieve',
      'refuse',
      'return',
      'transfer',
    ]);
    expect(taskActionsFor(scene('waiting', { roles: ['chief'] })).map((one) => one.action)).toEqual(['transfer', 'reassign']);
    expect(taskActionsFor(scene('waiting', { roles: ['supervisor'] })).map((one) => one.action)).toEqual(['reassign']);
    expect(taskActionsFor(scene('waiting', { roles: ['auditor'] }))).toEqual([]);
    expect(taskActionsFor(scene('done', {})).find((one) => one.action === 'claim')?.reason).toBe('本环节“已办完”，签收限于“待签收”时');
    expect(taskActionsFor(scene('pooled', {})).find((one) => one.action === 'transfer')?.reason).toBe('先签收本件');
  });
});

describe('R11 scope', () => {
  it('R11 another department’s task is nobody’s here', () => {
    expect(allowed('pooled', { departmentId: 'd2' })).toEqual([]);
    expect(codeOf('claim', scene('pooled', { departmentId: 'd2' }))).toBe('task.actor-not-allowed');
    expect(allowed('pooled', { roles: ['chief'], departmentId: 'd2' })).toEqual([]);
  });

  it('R11 a supervisor reassigns anywhere in the region, not outside', () => {
    expect(allowed('pooled', { roles: ['supervisor'], departmentId: 'd9' })).toEqual(['reassign']);
    expect(codeOf('reassign', scene('pooled', { roles: ['supervisor'], regionCode: '440198' }))).toBe('task.actor-not-allowed');
    expect(codeOf('reassign', scene('claimed', { roles: ['supervisor'], regionCode: '440198', whose: 'other' }))).toBe(
      'task.actor-not-allowed',
    );
  });

  it('R5.3 a clerk of the receiving hall claims a reroute and cannot refuse it', () => {
    const desk: Partial<TaskDesk> = { kind: 'reroute', departmentId: null };
    expect(allowed('pooled', { roles: ['clerk'], desk })).toEqual(['claim']);
    expect(allowed('pooled', { desk })).toEqual([]);
    expect(codeOf('refuse', scene('claimed', { roles: ['clerk'], desk }))).toBe('task.reroute-not-refusable');
  });
});

describe('R5.4 one task, one holder', () => {
  it('R5.4 the loser of a race is told who has it and since when', () => {
    const input = scene('claimed', { whose: 'other' });
    expect(taskActionsFor(input).find((one) => one.action === 'claim')).toEqual({
      action: 'claim',
      allowed: false,
      reason: '谢文彬 10:41 已签收本件。刷新',
    });
    expect(codeOf('claim', input)).toBe('task.held-by-other');
    // Whoever stands in for the winner may do the work, and is told the same when they ask for it.
    const standIn: TaskActionInput = { ...input, principal: { ...(input.actor as Officer), id: 'other' } };
    expect([codeOf('claim', standIn), codeOf('complete', standIn)]).toEqual(['task.held-by-other', null]);
    expect(codeOf('complete', input)).toBe('task.held-by-other');
    expect(() => requireTaskAction('claim', input)).toThrow(
      expect.objectContaining({ kind: 'state', facts: expect.objectContaining({ holderId: 'other' }) }),
    );
  });

  it('R11 claiming one’s own again is a matter of state', () => {
    expect(codeOf('claim', scene('claimed', {}))).toBe('task.transition-not-allowed');
  });
});

describe('facts that hinder an action on a task', () => {
  it('R11 a task is retrieved only while nothing after it was begun', () => {
    expect(codeOf('retrieve', scene('done', { facts: { laterWorkBegun: true } }))).toBe('task.later-work-begun');
  });

  it('R5.2 a task waits for the departments that it asked, but may be passed on', () => {
    const facts = { openConsultations: 2 };
    expect(codeOf('complete', scene('claimed', { facts }))).toBe('task.consultation-open');
    expect(allowed('claimed', { facts })).toEqual(['release', 'refuse', 'return', 'transfer']);
  });

  it('R3.1 a step with a public notice is not completed before it has run, and may be passed on', () => {
    const hindrance = new DomainError({ code: 'procedure.public-notice-missing', title: '公示还没有结束', kind: 'rule' });
    expect(codeOf('complete', scene('claimed', { facts: { hindrance } }))).toBe('procedure.public-notice-missing');
    expect(allowed('claimed', { facts: { hindrance } })).toEqual(['release', 'refuse', 'return', 'transfer']);
  });

  it('R5.6 no one does two parts of one step; a later part goes back to the first, not to another department', () => {
    const facts = { partConflict: '本环节须两人审查，本人已审一次。转同事办理' };
    expect(codeOf('claim', scene('pooled', { facts }))).toBe('task.same-person');
    expect(codeOf('complete', scene('claimed', { facts }))).toBe('task.same-person');
    expect(allowed('claimed', { facts })).toEqual(['release', 'refuse', 'return', 'transfer']);
    expect(codeOf('refuse', scene('claimed', { facts: { isLaterPart: true } }))).toBe('task.part-not-refusable');
  });

  it('R5.3 a reroute is not taken back, and 出证 goes to no other department', () => {
    const clerk = { roles: ['clerk'] as Role[], desk: { kind: 'reroute' as const, departmentId: null } };
    expect(codeOf('retrieve', scene('done', clerk))).toBe('task.reroute-not-retrievable');
    expect(codeOf('refuse', scene('claimed', { desk: { kind: 'issue' } }))).toBe('task.issue-not-refusable');
  });

  it('R5.8 the first step has nothing to return to', () => {
    expect(codeOf('return', scene('claimed', { facts: { hasEarlierStep: false } }))).toBe('task.no-earlier-step');
  });

  it('R5.6 nobody works on their own case, but may pass it on', () => {
    expect(codeOf('claim', scene('pooled', { facts: { ownConflict: true } }))).toBe('task.recusal');
    expect(allowed('claimed', { facts: { ownConflict: true } })).toEqual(['release', 'refuse', 'return', 'transfer']);
  });

  it('R11 tasks of a case that is not under review rest', () => {
    expect(allowed('claimed', { facts: { caseIsAccepted: false } })).toEqual([]);
    expect(codeOf('retrieve', scene('done', { facts: { caseIsAccepted: false } }))).toBe('task.case-not-accepted');
  });
});
