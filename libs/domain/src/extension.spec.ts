import { describe, expect, it } from '@jest/globals';
import { CASE_STATUSES } from './case-status.js';
import { DomainError } from './errors.js';
import {
  EXTENSION_ACTIONS,
  EXTENSION_STATUSES,
  type ExtensionActor,
  extensionLeft,
  type ExtensionFacts,
  isExtensionAwaited,
  nextExtensionStatus,
  extensionProblem,
} from './extension.js';

const FACTS: ExtensionFacts = {
  caseStatus: 'accepted',
  extensionLimit: 10,
  extended: 0,
  statutoryDue: '2026-03-30',
  today: '2026-03-30',
};

const codeOf = (facts: Partial<ExtensionFacts>, days?: number) => extensionProblem({ ...FACTS, ...facts }, days)?.code;

describe('R1.6 extensions', () => {
  it('R1.6 waits for the chief as long as it is requested', () => {
    expect(EXTENSION_STATUSES.filter(isExtensionAwaited)).toEqual(['requested']);
  });

  it.each([
    [{}, 10, undefined],
    [{ extended: 7 }, 3, undefined],
    [{ statutoryDue: null }, 10, undefined],
    [{ extended: 7 }, 4, 'extension.days-invalid'],
    [{ extended: 10 }, 1, 'extension.days-invalid'],
    [{}, 0, 'extension.days-invalid'],
    [{}, 2.5, 'extension.days-invalid'],
    [{ extensionLimit: 0 }, 1, 'extension.not-listed'],
    [{ today: '2026-03-31' }, 5, 'extension.too-late'],
  ])('%j + %d days → %s', (facts, days, code) => {
    expect(codeOf(facts, days)).toBe(code);
  });

  it.each(CASE_STATUSES.filter((status) => status !== 'accepted'))('refuses a case that is %s', (caseStatus) => {
    expect(codeOf({ caseStatus }, 5)).toBe('extension.case-not-accepted');
  });

  it('without days: whether it can be extended at all', () => {
    expect(codeOf({})).toBeUndefined();
    expect(codeOf({ extended: 10 })).toBe('extension.days-invalid');
  });

  it('tells what is left, never less than nothing', () => {
    expect(extensionLeft({ extensionLimit: 10, extended: 4 })).toBe(6);
    expect(extensionLeft({ extensionLimit: 5, extended: 8 })).toBe(0);
  });

  /** Copied by hand: every triple that is not here must be refused. */
  const ALLOWED: Record<string, string> = {
    'requested withdraw requester': 'withdrawn',
    'requested grant chief': 'granted',
    'requested refuse chief': 'refused',
  };
  const actors: readonly ExtensionActor[] = ['requester', 'chief'];
  const triples = EXTENSION_STATUSES.flatMap((status) =>
    EXTENSION_ACTIONS.flatMap((action) => actors.map((actor) => [status, action, actor] as const)),
  );
  it.each(triples)('%s + %s by %s', (status, action, actor) => {
    const to = ALLOWED[`${status} ${action} ${actor}`];
    if (to !== undefined) expect(nextExtensionStatus(status, action, [actor])).toBe(to);
    else expect(() => nextExtensionStatus(status, action, [actor])).toThrow(DomainError);
  });
});
