import { describe, expect, it } from '@jest/globals';
import {
  answerAction,
  askingRefusal,
  consultationKey,
  consultationProblem,
  endsBySilence,
  isAskedBy,
  isAskedConsultation,
  isDeemedBySilence,
  openConsultations,
  type SilenceInput,
  silenceCountsOn,
} from './consultation.js';
import type { RouteDefinition } from './route-definition.js';
import { TASK_KINDS, TASK_STATUSES } from './task-status.js';

const ASKER = '019e0000-0000-7000-8000-0000000000a1';
const OTHER = '019e0000-0000-7000-8000-0000000000b2';

describe('R5.2 silence', () => {
  const silent: SilenceInput = {
    kind: 'consultation',
    status: 'pooled',
    due: '2026-10-30',
    provisional: false,
    endsBySilence: true,
    today: '2026-10-31',
  };

  it('counts from the day after the limit, days off included', () => {
    expect(silenceCountsOn('2026-10-30')).toBe('2026-10-31');
    expect(isDeemedBySilence({ ...silent, today: '2026-10-30' })).toBe(false);
    expect(isDeemedBySilence(silent)).toBe(true);
    expect(isDeemedBySilence({ ...silent, today: '2026-11-20' })).toBe(true);
  });

  it('ends open consultations alone, and only where silence means something', () => {
    const ended = TASK_KINDS.flatMap((kind) =>
      TASK_STATUSES.filter((status) => isDeemedBySilence({ ...silent, kind, status })).map((status) => `${kind} ${status}`),
    );
    expect(ended).toEqual(['consultation pooled', 'consultation claimed']);
    expect(isDeemedBySilence({ ...silent, endsBySilence: false })).toBe(false);
    expect(isDeemedBySilence({ ...silent, due: null })).toBe(false);
    // R1.2: not by a day that is guessed.
    expect(isDeemedBySilence({ ...silent, provisional: true })).toBe(false);
  });

  it('is what the route says, and always so for a question of an officer', () => {
    const step = { name: '', departmentCode: 'x', role: 'approver', limit: 5, after: [] } as const;
    const route: RouteDefinition = {
      steps: [
        { ...step, key: 'fire', kind: 'consultation', onSilence: 'deemedNoObjection' },
        { ...step, key: 'city', kind: 'consultation', onSilence: 'wait' },
        { ...step, key: 'plan', kind: 'review', onSilence: 'wait' },
      ],
    };
    expect(['fire', 'city', 'plan', 'gone', consultationKey(ASKER, 1)].map((key) => endsBySilence(route, key))).toEqual([
      true,
      false,
      false,
      false,
      true,
    ]);
  });
});

describe('协办: a question outside the route', () => {
  it('names in its key the task that asked', () => {
    const key = consultationKey(ASKER, 12);
    expect(key.length).toBeLessThanOrEqual(40);
    expect([isAskedConsultation(key), isAskedBy(key, ASKER), isAskedBy(key, OTHER), isAskedConsultation('consult')]).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  it('holds up the task that asked until it is answered, silent or withdrawn', () => {
    const tasks = [
      { stepKey: consultationKey(ASKER, 1), status: 'pooled' as const },
      { stepKey: consultationKey(ASKER, 2), status: 'deemed' as const },
      { stepKey: consultationKey(ASKER, 3), status: 'cancelled' as const },
      { stepKey: consultationKey(OTHER, 1), status: 'claimed' as const },
      { stepKey: 'fire', status: 'pooled' as const },
    ];
    expect(openConsultations(tasks, ASKER)).toEqual([tasks[0]]);
    expect(openConsultations(tasks, OTHER)).toEqual([tasks[3]]);
  });

  it('never goes to the own department, to one where nobody works, or twice to one that still owes its answer', () => {
    const context = { ownDepartmentId: 'own', askedDepartmentIds: ['fire'] };
    const code = (id: string, staffed = true) => consultationProblem({ id, staffed }, context)?.code ?? null;
    expect([code('own'), code('empty', false), code('fire'), code('housing')]).toEqual([
      'consultation.own-department',
      'consultation.department-closed',
      'consultation.already-asked',
      null,
    ]);
  });

  it('is for the holder of a review or a decision, while the case is in review', () => {
    const may = { kind: 'review', status: 'claimed', isHolder: true, caseIsAccepted: true } as const;
    expect(TASK_KINDS.filter((kind) => askingRefusal({ ...may, kind }) === null)).toEqual(['review', 'decision']);
    expect(TASK_STATUSES.filter((status) => askingRefusal({ ...may, status }) === null)).toEqual(['claimed']);
    expect(askingRefusal({ ...may, isHolder: false })?.error().code).toBe('consultation.not-holder');
    expect(askingRefusal({ ...may, caseIsAccepted: false })?.error().code).toBe('task.case-not-accepted');
  });

  it('is answered out of the pool or by its holder, by nobody else and not twice', () => {
    const by = (holderId: string | null) => TASK_STATUSES.map((status) => [status, answerAction({ status, holderId }, 'me')]);
    const answered = (holderId: string | null) => by(holderId).filter(([, action]) => action !== null);
    expect(answered('me')).toEqual([
      ['pooled', 'claim'],
      ['claimed', 'complete'],
    ]);
    expect(answered('other')).toEqual([['pooled', 'claim']]);
  });
});
