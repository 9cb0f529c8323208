import { describe, expect, it } from '@jest/globals';
import { publishedCalendar } from './calendar.js';
import { CASE_STATUSES } from './case-status.js';
import { DomainError } from './errors.js';
import { nextProcedureStatus, PROCEDURE_ACTIONS, PROCEDURE_STATUSES, type ProcedureActor, procedureAfterCase } from './procedure-states.js';
import {
  announcedEnd,
  correctionBasis,
  endProblem,
  isProcedureAwaited,
  type ListedProcedure,
  listedProcedures,
  objectionProblem,
  standingEnd,
  planProcedure,
  type ProcedureEnd,
  procedurePhase,
  publicNoticeProblem,
} from './special-procedure.js';

const calendar = publishedCalendar();
const RULES = {
  legalBasis: '《物业管理条例》',
  specialProcedures: [
    { kind: 'testing', basis: '许可法第四十五条', usualDays: 7 },
    { kind: 'publicNotice', basis: '增设电梯办法第十一条', usualDays: 10 },
  ],
} as const;
const NOTICE_STEP = { publicNotice: { days: 10, unit: 'calendar' } } as const;
const TESTING: ListedProcedure = { kind: 'testing', basis: '许可法第四十五条', days: 7, unit: 'working', isFixed: false };

const codeOf = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    return error instanceof DomainError ? error.code : 'other';
  }
  return 'none';
};

describe('R3.2 the states of a special procedure', () => {
  it('R3.1 waits for the chief as long as it is requested', () => {
    const phases = ['requested', 'noticed', 'running', 'overrun', 'ended', 'refused', 'withdrawn'] as const;
    expect(phases.filter(isProcedureAwaited)).toEqual(['requested']);
  });

  /** Copied by hand: status, action and actor; every triple that is not here must be refused. */
  const ALLOWED: Record<string, string> = {
    'requested withdraw requester': 'withdrawn',
    'requested approve chief': 'running',
    'requested refuse chief': 'refused',
    'running end requester': 'ended',
    'running end lead': 'ended',
    'running end chief': 'ended',
  };
  const actors: readonly ProcedureActor[] = ['requester', 'lead', 'chief'];
  const triples = PROCEDURE_STATUSES.flatMap((status) =>
    PROCEDURE_ACTIONS.flatMap((action) => actors.map((actor) => [status, action, actor] as const)),
  );

  it.each(triples)('%s + %s by %s', (status, action, actor) => {
    const to = ALLOWED[`${status} ${action} ${actor}`];
    if (to !== undefined) expect(nextProcedureStatus(status, action, [actor])).toBe(to);
    else
      expect(codeOf(() => nextProcedureStatus(status, action, [actor]))).toMatch(/^procedure\.(transition-not-allowed|actor-not-allowed)$/);
  });

  it('ends or is taken back with its case', () => {
    expect(PROCEDURE_STATUSES.map(procedureAfterCase)).toEqual(['withdrawn', 'ended', 'ended', 'refused', 'withdrawn']);
  });

  it('R3.3 a wait for corrections ends with them, never by hand, and is never asked for by itself', () => {
    for (const [status, action, actor] of triples)
      expect(codeOf(() => nextProcedureStatus(status, action, [actor], 'correction'))).toBe('procedure.actor-not-allowed');
    const named = {
      ...RULES,
      specialProcedures: [...RULES.specialProcedures, { kind: 'correction', basis: '办事指南', usualDays: 5 }],
    } as const;
    expect(correctionBasis(named)).toBe('办事指南');
    expect(correctionBasis(RULES)).toBeNull();
    expect(listedProcedures(named, {}, { steps: [NOTICE_STEP] }).map(({ kind }) => kind)).toEqual(['testing']);
  });

  it('R3.2 is told on the day of its notice, runs from the day after, and says when it lasts too long', () => {
    const running = { status: 'running', startedOn: '2026-03-09', announcedEnd: '2026-03-18' } as const;
    const phases = ['2026-03-09', '2026-03-10', '2026-03-18', '2026-03-19'].map((day) => procedurePhase(running, day));
    expect(phases).toEqual(['noticed', 'running', 'running', 'overrun']);
    expect(procedurePhase({ ...running, status: 'ended' }, '2026-03-30')).toBe('ended');
  });
});

describe('R3.1 what may stop the clock', () => {
  it('is what the version lists; a public notice comes with the step whose rule prescribes it', () => {
    const route = { steps: [{}, NOTICE_STEP] };
    expect(listedProcedures(RULES, {}, route).map(({ kind }) => kind)).toEqual(['testing']);
    expect(listedProcedures(RULES, NOTICE_STEP, route)).toEqual([
      TESTING,
      { kind: 'publicNotice', basis: '增设电梯办法第十一条', days: 10, unit: 'calendar', isFixed: true },
    ]);
    expect(listedProcedures({ ...RULES, specialProcedures: [] }, NOTICE_STEP, route)).toMatchObject([{ basis: '《物业管理条例》' }]);
    expect(listedProcedures(RULES, {}, { steps: [{}] })).toMatchObject([
      { kind: 'testing' },
      { kind: 'publicNotice', days: 10, unit: 'working', isFixed: true },
    ]);
  });

  const ask = (more: object) => () => planProcedure({ caseStatus: 'accepted', listed: [TESTING], kind: 'testing', open: [], ...more });

  it('takes the usual days, or those that were announced', () => {
    expect(ask({})()).toMatchObject({ days: 7, unit: 'working' });
    expect(ask({ days: 12 })()).toMatchObject({ days: 12 });
  });

  it.each([
    ['procedure.not-listed', { kind: 'hearing' }],
    ['procedure.not-listed', { listed: [] }],
    ['procedure.already-open', { open: ['testing'] }],
    ['procedure.days-invalid', { days: 0 }],
    ['procedure.days-invalid', { days: 1.5 }],
    ['procedure.days-invalid', { days: 201 }],
    ['procedure.days-fixed', { listed: [{ ...TESTING, isFixed: true }], days: 5 }],
  ])('refuses: %s %j', (code, more) => {
    expect(codeOf(ask(more))).toBe(code);
  });

  it.each(CASE_STATUSES.filter((status) => status !== 'accepted'))('refuses a case that is %s', (caseStatus) => {
    expect(codeOf(ask({ caseStatus }))).toBe('procedure.case-not-accepted');
  });
});

describe('R3.1 a step with a public notice', () => {
  const halt = { kind: 'publicNotice', start: '2026-03-09', actualEnd: null } as const;

  it('passes only after its notice has run', () => {
    expect(publicNoticeProblem({}, null, '2026-03-02')).toBeNull();
    expect(publicNoticeProblem(NOTICE_STEP, null, '2026-03-02')?.title).toBe('还没有公示。发起公示 10 天，期满后再办完这一环节');
    expect(publicNoticeProblem(NOTICE_STEP, [halt], '2026-03-02')?.title).toBe('公示还没有结束。期满后结束公示再办完这一环节');
    const ended = [{ ...halt, actualEnd: '2026-03-19' }];
    expect(publicNoticeProblem(NOTICE_STEP, ended, '2026-03-02')).toBeNull();
    // R5.8: a new round of the step asks for a notice of its own.
    expect(publicNoticeProblem(NOTICE_STEP, ended, '2026-03-20')?.code).toBe('procedure.public-notice-missing');
  });
});

describe('R3.2 announced and actual end', () => {
  it('R1.1 the day of the notice is not counted', () => {
    expect(announcedEnd('2026-03-09', { days: 7, unit: 'working' }, calendar)).toEqual({ end: '2026-03-18', provisional: false });
    expect(announcedEnd('2026-04-03', { days: 2, unit: 'working' }, calendar).end).toBe('2026-04-08');
    expect(announcedEnd('2026-10-27', { days: 10, unit: 'calendar' }, calendar).end).toBe('2026-11-06');
    expect(announcedEnd('2026-12-28', { days: 5, unit: 'calendar' }, calendar)).toEqual({ end: '2027-01-02', provisional: false });
  });

  it('R1.2 a public notice lasts its working days by the calendar that is out, and never less than was told', () => {
    const days = { days: 7, unit: 'working' } as const;
    const told = announcedEnd('2026-12-28', days, calendar);
    expect(told).toEqual({ end: '2027-01-06', provisional: true });
    const notice = { ...days, kind: 'publicNotice', status: 'running', startedOn: '2026-12-28', announcedEnd: told.end } as const;
    const loaded = publishedCalendar({ '2027-01-01': 'off' }, [2027]);
    const more = publishedCalendar({ '2027-01-02': 'work' }, [2027]);
    expect(standingEnd(notice, calendar)).toBe('2027-01-06');
    expect(standingEnd(notice, loaded)).toBe('2027-01-07');
    expect(standingEnd(notice, more)).toBe('2027-01-06');
    expect(standingEnd({ ...notice, status: 'ended' }, loaded)).toBe('2027-01-06');
    expect(standingEnd({ ...notice, kind: 'testing' }, loaded)).toBe('2027-01-06');
    expect(standingEnd({ ...notice, startedOn: null, announcedEnd: null }, loaded)).toBeNull();
  });

  const TEST_END: ProcedureEnd = {
    kind: 'testing',
    startedOn: '2026-03-09',
    announcedEnd: '2026-03-18',
    endedOn: '2026-03-13',
    today: '2026-03-16',
    hasDocument: true,
    openObjections: 0,
  };
  const NOTICE_END: ProcedureEnd = { ...TEST_END, kind: 'publicNotice', endedOn: '2026-03-18', today: '2026-03-19', hasDocument: false };

  it.each([
    [TEST_END, {}, undefined],
    [TEST_END, { endedOn: '2026-03-09' }, undefined],
    [TEST_END, { endedOn: '2026-03-08' }, 'procedure.ends-before-start'],
    [TEST_END, { endedOn: '2026-03-17' }, 'procedure.ends-in-future'],
    [TEST_END, { hasDocument: false }, 'procedure.document-missing'],
    [NOTICE_END, {}, undefined],
    [NOTICE_END, { endedOn: '2026-03-17' }, 'procedure.public-notice-too-short'],
    [NOTICE_END, { today: '2026-03-18' }, 'procedure.public-notice-too-short'],
    [NOTICE_END, { openObjections: 1 }, 'procedure.objections-open'],
  ])('%# %j → %s', (end, more, code) => {
    expect(endProblem({ ...end, ...more })?.code).toBe(code);
  });

  it.each([
    ['2026-03-09', {}, undefined],
    ['2026-03-18', {}, undefined],
    ['2026-03-08', {}, 'objection.out-of-period'],
    ['2026-03-19', {}, 'objection.out-of-period'],
    ['2026-03-21', {}, 'objection.in-future'],
    ['2026-03-12', { status: 'ended' as const }, 'objection.not-running'],
    ['2026-03-12', { kind: 'testing' as const }, 'objection.not-public-notice'],
  ])('an objection received on %s %j → %s', (receivedOn, more, code) => {
    const notice = { kind: 'publicNotice', status: 'running', startedOn: '2026-03-09', announcedEnd: '2026-03-18' } as const;
    expect(objectionProblem({ ...notice, ...more }, receivedOn, '2026-03-20')?.code).toBe(code);
  });
});
