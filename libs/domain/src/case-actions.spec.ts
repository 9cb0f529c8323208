import { describe, expect, it } from '@jest/globals';
import { type CaseFacts, NO_CASE_FACTS, caseActionsFor, requireCaseAction } from './case-actions.js';
import { type CaseStatus, CASE_STATUSES } from './case-status.js';
import { type CaseAction, CASE_ACTIONS, CASE_TRANSITIONS, canPlanCaseAction } from './case-transitions.js';
import { DomainError } from './errors.js';
import { type Role, ROLES } from './roles.js';

/** Facts under which nothing but table and role can refuse; an instant item so that clerks may decide. */
const CLEAR: CaseFacts = { ...NO_CASE_FACTS, isInstant: true, decision: 'grant' };

const ROLE_ACTIONS: Record<Role, CaseAction[]> = {
  clerk: ['receive', 'supplement', 'takeIn', 'accept', 'decline', 'withdraw', 'decide', 'handOver'],
  approver: ['issue'],
  chief: ['decide', 'terminate'],
  supervisor: [],
  hall_manager: [],
  catalogue_editor: [],
  system_admin: [],
  security_admin: [],
  auditor: [],
};

function offer(action: CaseAction, status: CaseStatus, roles: Role[], facts: Partial<CaseFacts>): unknown {
  return caseActionsFor({ status, roles, facts: { ...CLEAR, ...facts } }).find((one) => one.action === action);
}

function refusalOf(
  action: CaseAction,
  status: CaseStatus,
  roles: Role[] | 'system',
  facts: Partial<CaseFacts>,
): { code: string; kind: string } | null {
  try {
    requireCaseAction(action, { status, roles, facts: { ...CLEAR, ...facts } });
    return null;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { code: error.code, kind: error.kind };
  }
}

describe('R11 who may do what to a case, exhaustively', () => {
  for (const role of ROLES) {
    for (const status of CASE_STATUSES) {
      it(`R11 ${role} on ${status}`, () => {
        const offers = caseActionsFor({ status, roles: [role], facts: CLEAR });
        expect(offers.map((one) => one.action)).toEqual(ROLE_ACTIONS[role]);
        for (const one of offers) {
          expect(one.allowed).toBe(canPlanCaseAction(status, one.action));
          expect(one.reason === undefined).toBe(one.allowed);
        }
        for (const action of CASE_ACTIONS) {
          const expected = !ROLE_ACTIONS[role].includes(action)
            ? { code: 'case.actor-not-allowed', kind: 'forbidden' }
            : canPlanCaseAction(status, action)
              ? null
              : { code: 'case.transition-not-allowed', kind: 'state' };
          expect([action, refusalOf(action, status, [role], {})]).toEqual([action, expected]);
        }
      });
    }
  }

  it('R11 the system accepts by silence and issues electronic results, nothing else', () => {
    const bySystem = CASE_ACTIONS.filter((action) =>
      CASE_TRANSITIONS[action].from.some((status) => refusalOf(action, status, 'system', { resultIsElectronic: true }) === null),
    );
    expect(bySystem).toEqual(['accept', 'issue']);
  });

  it('a person with several roles is offered the actions of all, once', () => {
    expect(caseActionsFor({ status: 'accepted', roles: ['clerk', 'chief'], facts: CLEAR }).map((one) => one.action)).toEqual([
      ...CASE_ACTIONS.filter((action) => action !== 'issue'),
    ]);
  });
});

describe('facts that hinder an action', () => {
  it('R11 a clerk decides an instant item alone; a chief any', () => {
    expect(offer('decide', 'accepted', ['clerk'], { isInstant: false })).toEqual({
      action: 'decide',
      allowed: false,
      reason: '承诺件由首席代表决定，窗口只决定即办件',
    });
    expect(offer('decide', 'accepted', ['clerk'], { isInstant: true })).toEqual({ action: 'decide', allowed: true });
    expect(offer('decide', 'accepted', ['chief'], { isInstant: false })).toEqual({ action: 'decide', allowed: true });
    expect(offer('decide', 'accepted', ['clerk', 'chief'], { isInstant: false })).toEqual({ action: 'decide', allowed: true });
  });

  it('R2.4 what silence has accepted is neither declined nor sent back for papers; it may still be accepted and withdrawn', () => {
    const silentAcceptance = { receivedOn: '2026-02-13', fuse: '2026-02-27', reason: '依法视为受理。按受理办' };
    for (const action of ['supplement', 'decline'] as const) {
      expect(offer(action, 'received', ['clerk'], { silentAcceptance })).toEqual({
        action,
        allowed: false,
        reason: silentAcceptance.reason,
      });
      expect(refusalOf(action, 'received', ['clerk'], { silentAcceptance })).toEqual({ code: 'case.silence-accepted', kind: 'state' });
    }
    for (const action of ['accept', 'withdraw'] as const)
      expect(offer(action, 'received', ['clerk'], { silentAcceptance })).toEqual({ action, allowed: true });
  });

  it('R5.6 nobody decides their own case', () => {
    expect(refusalOf('decide', 'accepted', ['chief'], { ownDecisionConflict: true })).toEqual({ code: 'case.recusal', kind: 'forbidden' });
  });

  it('R5.6 nor the case that they alone reviewed where the item asks for two: the offer says so beforehand', () => {
    expect(offer('decide', 'accepted', ['chief'], { isSoleReviewer: true })).toMatchObject({
      allowed: false,
      reason: '本事项须两人审查，审查和决定都是本人。转本部门另一人决定',
    });
    expect(refusalOf('decide', 'accepted', ['chief'], { isSoleReviewer: true })).toMatchObject({ code: 'case.second-reviewer-missing' });
  });

  it('R5.1 a decision waits for the steps before it', () => {
    expect(offer('decide', 'accepted', ['chief'], { openTasks: 2 })).toMatchObject({
      allowed: false,
      reason: '2 个环节未办完。办完后决定',
    });
  });

  it('R3.2 a decision waits for the outcome of what stopped the clock', () => {
    expect(offer('decide', 'accepted', ['chief'], { runningProcedure: '检测' })).toMatchObject({
      allowed: false,
      reason: '检测还没有结束。记下结果、结束暂停后再决定',
    });
  });

  it('R11 a bundle follows its children, whose results go out with it', () => {
    const reason = '一件事随各子项办结，不单独决定和出证。在子项里办';
    expect(offer('decide', 'accepted', ['chief'], { followsChildren: true })).toEqual({ action: 'decide', allowed: false, reason });
    expect(offer('issue', 'decided', ['approver'], { followsChildren: true, decision: 'grant' })).toMatchObject({ allowed: false, reason });
    expect(refusalOf('handOver', 'ready', ['clerk'], { collectedWithBundle: true })).toEqual({
      code: 'case.collected-with-bundle',
      kind: 'rule',
    });
  });

  it('R2.3 a second supplement notice needs an override', () => {
    expect(refusalOf('supplement', 'received', ['clerk'], { supplementNotices: 1 })).toEqual({
      code: 'case.supplement-once',
      kind: 'rule',
    });
    expect(refusalOf('supplement', 'received', ['clerk'], { supplementNotices: 1, supplementOverride: true })).toBeNull();
  });

  it('R2.3 R2.4 missing materials hinder the clerk, not silence', () => {
    expect(refusalOf('accept', 'received', ['clerk'], { missingMaterials: 1 })).toEqual({ code: 'case.materials-missing', kind: 'rule' });
    expect(refusalOf('accept', 'draft', ['clerk'], { missingMaterials: 1 })).toEqual({ code: 'case.materials-missing', kind: 'rule' });
    expect(refusalOf('accept', 'received', 'system', { missingMaterials: 1 })).toBeNull();
  });

  it('R4.4 an open deferral holds back the result, but not a denial', () => {
    for (const [action, status, role] of [
      ['issue', 'decided', 'approver'],
      ['handOver', 'ready', 'clerk'],
    ] as const) {
      expect(refusalOf(action, status, [role], { openDeferred: 1 })).toEqual({ code: 'case.deferred-open', kind: 'rule' });
      expect(refusalOf(action, status, [role], { openDeferred: 1, decision: 'deny' })).toBeNull();
    }
  });

  it('R11 nothing is issued without a decision, and by the system only when electronic', () => {
    expect(refusalOf('issue', 'decided', ['approver'], { decision: null })).toEqual({ code: 'case.no-decision', kind: 'rule' });
    expect(refusalOf('issue', 'decided', 'system', { resultIsElectronic: false })).toEqual({
      code: 'case.result-on-paper',
      kind: 'forbidden',
    });
  });

  it('R6.1 nothing is handed out with a fee unpaid', () => {
    expect(refusalOf('handOver', 'ready', ['clerk'], { feeUnpaid: true })).toEqual({ code: 'case.fee-unpaid', kind: 'rule' });
  });
});
