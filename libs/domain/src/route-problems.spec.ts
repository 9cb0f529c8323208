import { describe, expect, it } from '@jest/globals';
import type { RouteStep } from './route-definition.js';
import { longestPath, routeProblems, routeWarnings } from './route-problems.js';

const step = (key: string, after: string[], over: Partial<RouteStep> = {}): RouteStep => ({
  key,
  name: key,
  kind: 'review',
  departmentCode: 'lead',
  role: 'approver',
  limit: 2,
  onSilence: 'wait',
  after,
  ...over,
});
const decision = (after: string[], over: Partial<RouteStep> = {}): RouteStep =>
  step('decide', after, { kind: 'decision', role: 'chief', ...over });
const codes = (...steps: RouteStep[]): string[] =>
  routeProblems({ steps }).map((problem) => `${problem.code} ${problem.stepKey ?? ''}`.trim());

describe('R5.1 routes that can be published', () => {
  it('R5.1 in series and in parallel', () => {
    expect(codes(step('a', []), step('b', ['a']), step('c', ['a']), decision(['b', 'c']))).toEqual([]);
    expect(codes(decision([]))).toEqual([]);
  });

  it('R5.1 written in any order', () => {
    expect(codes(decision(['b']), step('b', ['a']), step('a', []))).toEqual([]);
  });
});

describe('R5.1 routes that cannot', () => {
  it('R5.1 have no steps, or no decision, or two', () => {
    expect(codes()).toEqual(['empty']);
    expect(codes(step('a', []))).toEqual(['no-decision']);
    expect(codes(decision([]), { ...decision([]), key: 'second' })).toEqual(['no-decision']);
    expect(codes(decision([], { when: { question: 'x', equals: 1 } }))).toEqual(['no-decision decide']);
  });

  it('R5.1 name a step twice, or one that is not there', () => {
    expect(codes(step('a', []), step('a', []), decision(['a']))).toEqual(['duplicate-key a']);
    expect(codes(step('a', ['x']), decision(['a']))).toEqual(['unknown-after a', 'unreachable a', 'unreachable decide']);
  });

  it('R5.1 go in circles', () => {
    expect(codes(step('a', ['b']), step('b', ['a']), decision(['b']))).toEqual(['unreachable a', 'unreachable b', 'unreachable decide']);
    expect(codes(step('a', ['a']), decision([]))).toEqual(['unreachable a', 'never-joins a']);
  });

  it('R5.1 leave work beside or after the decision', () => {
    expect(codes(step('a', []), decision([]))).toEqual(['never-joins a']);
    expect(codes(step('a', []), step('b', ['a']), step('c', ['a']), decision(['b']))).toEqual(['never-joins c']);
    expect(codes(decision([]), step('z', ['decide']))).toEqual(['after-decision z']);
  });

  it('R1.1 R3.1 have limits or notices of no days', () => {
    expect(codes(step('a', [], { limit: 0 }), decision(['a'], { limit: 1.5 }))).toEqual(['limit a', 'limit decide']);
    expect(codes(step('a', [], { publicNotice: { days: 0, unit: 'calendar' } }), decision(['a']))).toEqual(['notice a']);
  });

  it('R5.2 let silence pass a review or grant a decision', () => {
    expect(codes(decision([], { onSilence: 'deemedNoObjection' }))).toEqual(['silence decide']);
    expect(codes(step('a', [], { kind: 'consultation', onSilence: 'deemedNoObjection' }), decision(['a']))).toEqual([]);
  });
});

describe('R5.6 steps of several persons', () => {
  it('R5.6 are reviews alone; a chief needs no countersignature', () => {
    expect(codes(step('a', [], { reviewers: 2, countersign: true }), decision(['a']))).toEqual([]);
    expect(codes(decision([], { reviewers: 2 }))).toEqual(['parts decide']);
    expect(codes(step('a', [], { kind: 'consultation', countersign: true }), decision(['a']))).toEqual(['parts a']);
    expect(codes(step('a', [], { role: 'chief', countersign: true }), decision(['a']))).toEqual(['parts a']);
  });
});

describe('R1.5 the longest way through a route', () => {
  const route = { steps: [step('a', [], { limit: 3 }), step('b', ['a'], { limit: 4 }), step('c', ['a']), decision(['b', 'c'])] };
  it('R1.5 adds the limits of a chain, not of what runs beside it', () => {
    expect(longestPath(route)).toBe(9);
    expect(longestPath({ steps: [] })).toBe(0);
  });

  it('R1.5 is compared with what was promised', () => {
    expect(routeWarnings(route, 9)).toEqual([]);
    expect(routeWarnings(route, null)).toEqual([]);
    expect(routeWarnings(route, 5)).toEqual(['各环节时限最长一路共 9 个工作日，超过承诺的 5 个工作日']);
  });
});
