import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addCalendarDays } from './dates.js';
import {
  actingName,
  delegatedRoles,
  type DelegationInput,
  type DelegationParty,
  delegationProblem,
  type DelegationSpan,
  isDelegationRunning,
  mayArrangeDelegation,
  principalFor,
} from './delegation.js';
import type { Role } from './roles.js';
import { requireTaskAction } from './task-actions.js';
import type { TaskDesk } from './task-relations.js';

const party = (id: string, over: Partial<DelegationParty> = {}): DelegationParty => ({
  id,
  name: id,
  roles: ['approver'],
  departmentId: 'd1',
  active: true,
  ...over,
});
const span = (principalId: string, delegateId: string, startsOn: string, endsOn: string): DelegationSpan => ({
  principalId,
  principalName: principalId,
  delegateId,
  delegateName: delegateId,
  startsOn,
  endsOn,
});
const INPUT: DelegationInput = {
  principal: party('周明'),
  delegate: party('林晓'),
  startsOn: '2026-11-23',
  endsOn: '2026-11-27',
  authority: null,
  today: '2026-11-22',
  standing: [],
};
const codeOf = (over: Partial<DelegationInput>): string | null => delegationProblem({ ...INPUT, ...over })?.code ?? null;

describe('an absence and who stands in (R5.4, R5.6)', () => {
  it('is covered by a colleague of the department and the roles', () => {
    expect(codeOf({})).toBeNull();
    expect(codeOf({ delegate: party('林晓', { departmentId: 'd2' }) })).toBe('delegation.outside');
    expect(codeOf({ principal: party('周明', { departmentId: null }), delegate: party('林晓', { departmentId: null }) })).toBe(
      'delegation.outside',
    );
    expect(codeOf({ delegate: party('林晓', { roles: ['clerk'] }) })).toBe('delegation.role-missing');
    expect(codeOf({ delegate: party('林晓', { active: false }) })).toBe('delegation.inactive');
    expect(codeOf({ delegate: INPUT.principal })).toBe('delegation.to-oneself');
    expect(codeOf({ principal: party('周明', { roles: ['clerk'] }) })).toBe('delegation.nothing-to-lend');
  });

  it('lends a chief’s decision to a chief, or by a named document alone', () => {
    const principal = party('许文清', { roles: ['chief', 'approver'] });
    expect(codeOf({ principal })).toBe('delegation.authority-missing');
    expect(codeOf({ principal, authority: '临卫授〔2026〕3 号' })).toBeNull();
    expect(codeOf({ principal, delegate: party('林晓', { roles: ['chief', 'approver'] }) })).toBeNull();
    expect(delegatedRoles(['chief', 'approver', 'supervisor'], ['approver', 'supervisor'], null)).toEqual(['approver']);
    expect(delegatedRoles(['chief'], ['approver'], '临卫授〔2026〕3 号')).toEqual(['chief']);
  });

  it('has days in order, none gone by, half a year at most', () => {
    expect(codeOf({ endsOn: '2026-11-22' })).toBe('delegation.dates-reversed');
    expect(codeOf({ startsOn: '2026-11-21' })).toBe('delegation.in-the-past');
    expect(codeOf({ startsOn: '2026-11-22', endsOn: '2026-11-22' })).toBeNull();
    expect(codeOf({ endsOn: addCalendarDays('2026-11-23', 182) })).toBeNull();
    expect(codeOf({ endsOn: addCalendarDays('2026-11-23', 183) })).toBe('delegation.too-long');
    expect(isDelegationRunning(INPUT, '2026-11-23')).toBe(true);
    expect(isDelegationRunning(INPUT, '2026-11-27')).toBe(true);
    expect(isDelegationRunning(INPUT, '2026-11-28')).toBe(false);
  });

  it('stands alone: no second one, nobody who is away, no chain', () => {
    expect(codeOf({ standing: [span('周明', '何平', '2026-11-27', '2026-12-01')] })).toBe('delegation.overlaps');
    expect(codeOf({ standing: [span('林晓', '何平', '2026-11-20', '2026-11-23')] })).toBe('delegation.delegate-on-leave');
    expect(codeOf({ standing: [span('何平', '周明', '2026-11-20', '2026-11-23')] })).toBe('delegation.chain');
    // One may stand in for two; and before and after, anything.
    expect(codeOf({ standing: [span('何平', '林晓', '2026-11-20', '2026-12-01')] })).toBeNull();
    expect(
      codeOf({ standing: [span('周明', '何平', '2026-11-28', '2026-12-01'), span('林晓', '何平', '2026-11-01', '2026-11-22')] }),
    ).toBeNull();
  });

  it('never comes to a chain or a ring, whatever is asked for in whatever order', () => {
    const people = ['a', 'b', 'c', 'd'].map((id) => party(id));
    const wish = fc.record({ from: fc.nat(3), to: fc.nat(3), start: fc.nat(20), days: fc.nat(10) });
    fc.assert(
      fc.property(fc.array(wish, { maxLength: 25 }), (wishes) => {
        const standing: DelegationSpan[] = [];
        for (const { from, to, start, days } of wishes) {
          const principal = people[from];
          const delegate = people[to];
          if (!principal || !delegate) continue;
          const startsOn = addCalendarDays('2026-11-22', start);
          const endsOn = addCalendarDays(startsOn, days);
          const input = { ...INPUT, principal, delegate, startsOn, endsOn, standing: [...standing] };
          if (delegationProblem(input) === null) standing.push(span(principal.id, delegate.id, startsOn, endsOn));
        }
        for (let day = 0; day < 32; day += 1) {
          const running = standing.filter((one) => isDelegationRunning(one, addCalendarDays('2026-11-22', day)));
          const away = running.map(({ principalId }) => principalId);
          expect(new Set(away).size).toBe(away.length);
          for (const { delegateId } of running) expect(away).not.toContain(delegateId);
        }
      }),
    );
  });

  it('is arranged by oneself or by a chief of the department', () => {
    const may = (roles: Role[], departmentId: string, id = 'x') => mayArrangeDelegation({ id, roles, departmentId }, INPUT.principal);
    expect(may(['approver'], 'd1', '周明')).toBe(true);
    expect(may(['approver'], 'd1')).toBe(false);
    expect(may(['chief'], 'd1')).toBe(true);
    expect(may(['chief'], 'd2')).toBe(false);
  });
});

describe('acting for a principal', () => {
  const officer = { id: '林晓', roles: ['approver' as const], departmentId: 'd1', hallId: null, regionCode: '440199' };
  const principal = { ...officer, id: '许文清', name: '许文清', roles: ['chief' as const] };
  const desk: TaskDesk & { status: 'claimed' | 'pooled' | 'done' } = {
    kind: 'decision',
    role: 'chief',
    departmentId: 'd1',
    hallId: 'h1',
    regionCode: '440199',
    holderId: '许文清',
    completedById: null,
    status: 'claimed',
  };

  it('names both', () => expect(actingName('周明', '林晓')).toBe('周明（林晓代）'));

  it('on what the principal holds, and on what the pool offers the principal alone', () => {
    expect(principalFor(officer, [principal], desk)?.id).toBe('许文清');
    expect(principalFor(officer, [principal], { ...desk, holderId: '何平' })).toBeNull();
    expect(principalFor(officer, [principal], { ...desk, holderId: null, status: 'pooled' })?.id).toBe('许文清');
    // One's own work is done in one's own name.
    expect(principalFor(officer, [principal], { ...desk, role: 'approver', holderId: null, status: 'pooled' })).toBeNull();
    expect(principalFor(officer, [principal], { ...desk, departmentId: 'd2', holderId: null, status: 'pooled' })).toBeNull();
  });

  it('does what the holder may do, not what the chief may do with others’ work', () => {
    const base = {
      kind: 'review' as const,
      actor: officer,
      today: '2026-11-22',
      facts: { caseIsAccepted: true, laterWorkBegun: false, hasEarlierStep: true, ownConflict: false },
    };
    const held = { id: '许文清', name: '许文清', claimedAt: '2026-11-20T02:00:00Z' };
    const claimed = { ...base, status: 'claimed' as const, task: desk, holder: held };
    expect(() => requireTaskAction('complete', { ...claimed, principal })).not.toThrow();
    expect(() => requireTaskAction('complete', claimed)).toThrow();
    expect(() => requireTaskAction('reassign', { ...claimed, principal })).toThrow('改派由本部门首席代表');
    const done = { ...base, status: 'done' as const, holder: null, task: { ...desk, completedById: '林晓' } };
    expect(() => requireTaskAction('retrieve', { ...done, principal })).not.toThrow();
    expect(() => requireTaskAction('retrieve', done)).toThrow();
    expect(() => requireTaskAction('retrieve', { ...done, actor: principal })).not.toThrow();
  });
});
