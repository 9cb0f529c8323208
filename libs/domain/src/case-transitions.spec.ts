import { describe, expect, it } from '@jest/globals';
import { type CaseStatus, CASE_STATUSES } from './case-status.js';
import {
  type CaseAction,
  CASE_ACTIONS,
  CASE_TRANSITIONS,
  canPlanCaseAction,
  caseStatusAfter,
  nextCaseStatus,
  planCaseActions,
  reachableCaseStatuses,
} from './case-transitions.js';
import { TransitionNotAllowed } from './errors.js';

/** R11 copied by hand, so that a slip in the table is caught: every pair that is not here must be refused. */
const R11: Record<string, CaseStatus> = {
  'draft receive': 'received',
  'received supplement': 'supplementing',
  'supplementing takeIn': 'received',
  'received accept': 'accepted',
  'received decline': 'declined',
  'received withdraw': 'withdrawn',
  'supplementing withdraw': 'withdrawn',
  'accepted withdraw': 'withdrawn',
  'accepted decide': 'decided',
  'decided issue': 'ready',
  'ready handOver': 'concluded',
  'received terminate': 'terminated',
  'supplementing terminate': 'terminated',
  'accepted terminate': 'terminated',
};

const R11_BY: Record<CaseAction, string[]> = {
  receive: ['clerk'],
  supplement: ['clerk'],
  takeIn: ['clerk'],
  accept: ['clerk', 'system'],
  decline: ['clerk'],
  withdraw: ['clerk'],
  decide: ['chief', 'clerk'],
  issue: ['approver', 'system'],
  handOver: ['clerk'],
  terminate: ['chief'],
};

describe('R11 actions on a case', () => {
  for (const status of CASE_STATUSES) {
    for (const action of CASE_ACTIONS) {
      const to = R11[`${status} ${action}`];
      it(`R11 ${status} + ${action} → ${to ?? 'refused'}`, () => {
        if (to === undefined) expect(() => nextCaseStatus(status, action)).toThrow(TransitionNotAllowed);
        else expect(nextCaseStatus(status, action)).toBe(to);
      });
    }
  }

  it.each(CASE_ACTIONS)('R11 %s is done by the roles of its row', (action) => {
    expect(CASE_TRANSITIONS[action].by).toEqual(R11_BY[action]);
  });

  it('R11 every state can be reached from a draft', () => {
    expect(reachableCaseStatuses()).toEqual(CASE_STATUSES);
  });

  it('the refusal names state and action in Chinese', () => {
    expect(() => nextCaseStatus('accepted', 'supplement')).toThrow('本件“已受理”，一次告知限于“已收件”时');
  });
});

describe('R11 chains of actions in one command', () => {
  it.each(['accept', 'supplement', 'decline'] as const)('R11 %s on a draft receives it first', (action) => {
    expect(planCaseActions('draft', action)).toEqual(['receive', action]);
    expect(caseStatusAfter('draft', planCaseActions('draft', action))).toBe(nextCaseStatus('received', action));
  });

  it('R11 R2.5 the last acceptable paper accepts in the same command', () => {
    expect(planCaseActions('supplementing', 'takeIn')).toEqual(['takeIn']);
    expect(planCaseActions('supplementing', 'takeIn', { completesMaterials: true })).toEqual(['takeIn', 'accept']);
    expect(caseStatusAfter('supplementing', ['takeIn', 'accept'])).toBe('accepted');
  });

  it('R11 plans exactly what the table, or the receipt of a draft, allows', () => {
    const planned = (status: CaseStatus, action: CaseAction): boolean => {
      try {
        return planCaseActions(status, action).length > 0;
      } catch (error) {
        expect(error).toBeInstanceOf(TransitionNotAllowed);
        return false;
      }
    };
    for (const status of CASE_STATUSES) {
      for (const action of CASE_ACTIONS) {
        const isExpected =
          R11[`${status} ${action}`] !== undefined || (status === 'draft' && ['accept', 'supplement', 'decline'].includes(action));
        expect([status, action, planned(status, action)]).toEqual([status, action, isExpected]);
        expect(canPlanCaseAction(status, action)).toBe(isExpected);
      }
    }
  });
});
