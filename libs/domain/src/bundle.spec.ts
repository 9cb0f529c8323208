import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  type BundleChildFacts,
  type BundleChildPlan,
  type BundleChildState,
  bundleChildStateOf,
  bundleEndedOn,
  bundleMoves,
  bundleOutcome,
  bundleProblems,
  childBeginsOn,
  childrenInOrder,
  givenUpChildStateOf,
  isBundleChildFailed,
  isCollectedAlone,
  takenChildren,
} from './bundle.js';

const child = (key: string, after: string[] = [], more: Partial<BundleChildPlan> = {}): BundleChildPlan => ({
  key,
  after,
  whenFailed: 'cancel',
  ...more,
});
const at = (state: BundleChildState, plan: BundleChildPlan): BundleChildFacts => ({ ...plan, state });
const WHEN = { question: 'seal', equals: true } as const;

describe('the children of a bundle before it is published', () => {
  it('pass when they lead on to each other', () => {
    expect(bundleProblems([child('licence'), child('seal', ['licence'], { when: WHEN }), child('tax', ['licence', 'seal'])])).toEqual([]);
  });
  it('are refused in a ring, waiting for nobody, twice, alone, or all conditional', () => {
    const codes = (children: BundleChildPlan[]) => bundleProblems(children).map((one) => one.code);
    expect(codes([child('a', ['b']), child('b', ['a']), child('c')])).toEqual(['cycle', 'cycle']);
    expect(codes([child('a', ['x']), child('b')])).toContain('unknown-after');
    expect(codes([child('a'), child('a')])).toEqual(['duplicate-key']);
    expect(codes([child('a')])).toEqual(['too-few']);
    expect(codes([child('a', [], { when: WHEN }), child('b', [], { when: WHEN })])).toEqual(['none-always']);
  });
});

describe('the children that are taken', () => {
  it('do not wait for one that is not', () => {
    const plans = [child('licence'), child('seal', [], { when: WHEN }), child('tax', ['licence', 'seal'])];
    expect(takenChildren(plans, { answers: { seal: false } }).map(({ key, after }) => [key, after])).toEqual([
      ['licence', []],
      ['tax', ['licence']],
    ]);
    expect(takenChildren(plans, { answers: { seal: true } })).toHaveLength(3);
  });
});

describe('what follows from the states of the children', () => {
  it('opens who waits no longer', () => {
    const children = [at('granted', child('licence')), at('open', child('seal')), at('waiting', child('tax', ['licence', 'seal']))];
    expect(bundleMoves(children)).toEqual({ open: [], cancel: [] });
    const later = [at('ready', child('licence')), at('ready', child('seal')), at('waiting', child('tax', ['licence', 'seal']))];
    expect(bundleMoves(later)).toEqual({ open: ['tax'], cancel: [] });
  });
  it('a failure takes along who waits for it, through several, and nobody else', () => {
    const children = [
      at('denied', child('household')),
      at('open', child('certificate')),
      at('waiting', child('insurance', ['household'])),
      at('waiting', child('card', ['insurance'])),
      at('waiting', child('letter', ['certificate'])),
      at('waiting', child('gift', ['household'], { whenFailed: 'goOn' })),
    ];
    expect(bundleMoves(children)).toEqual({
      open: ['gift'],
      cancel: [
        { key: 'insurance', because: 'household' },
        { key: 'card', because: 'insurance' },
      ],
    });
  });
  it('is an outcome once nobody is under way', () => {
    expect(bundleOutcome(['ready', 'open'])).toBeNull();
    expect(bundleOutcome(['ready', 'waiting'])).toBeNull();
    expect(bundleOutcome(['ready', 'granted', 'denied'])).toEqual({ decision: 'grant', ready: false });
    expect(bundleOutcome(['ready', 'denied', 'cancelled'])).toEqual({ decision: 'grant', ready: true });
    expect(bundleOutcome(['denied', 'cancelled', 'ended'])).toEqual({ decision: 'deny', ready: true });
  });
  it('dates who begins by the end of the last one waited for, and the bundle by the last of all (R1.5)', () => {
    const ended = (key: string, endedOn: string | null, after: string[] = []) => ({ key, after, endedOn });
    const children = [
      ended('licence', '2026-11-06'),
      ended('seal', '2026-11-05'),
      // Never opened: it was clear when the licence had come to its end.
      ended('card', null, ['licence']),
      ended('tax', null, ['seal', 'card']),
    ];
    expect(childBeginsOn('licence', children, '2026-11-04')).toBe('2026-11-04');
    expect(childBeginsOn('card', children, '2026-11-04')).toBe('2026-11-06');
    expect(childBeginsOn('tax', children, '2026-11-04')).toBe('2026-11-06');
    expect(bundleEndedOn(children, '2026-11-04')).toBe('2026-11-06');
  });
  it('reads the state of a child from its case', () => {
    expect(bundleChildStateOf({ status: 'accepted', decision: null })).toBe('open');
    expect(bundleChildStateOf({ status: 'decided', decision: 'grant' })).toBe('granted');
    expect(bundleChildStateOf({ status: 'concluded', decision: 'grant' })).toBe('ready');
    expect(bundleChildStateOf({ status: 'ready', decision: 'deny' })).toBe('denied');
    expect(bundleChildStateOf({ status: 'withdrawn', decision: null })).toBe('ended');
  });
  it('of a bundle that was given up, each child is what its own case came to; what was decided goes out by itself', () => {
    const found = (
      [
        ['accepted', null],
        ['withdrawn', null],
        ['terminated', null],
        ['decided', 'grant'],
        ['ready', 'grant'],
        ['ready', 'deny'],
      ] as const
    ).map(([status, decision]) => givenUpChildStateOf({ status, decision }));
    expect(found).toEqual(['open', 'ended', 'ended', 'released', 'released', 'served']);
    expect(found.map(isCollectedAlone)).toEqual([false, false, false, true, true, true]);
    expect(found.map(isBundleChildFailed)).toEqual([false, true, true, false, false, true]);
  });
});

/** Children that wait only for earlier ones: every such bundle is sound. */
const bundles = fc
  .array(fc.record({ waits: fc.array(fc.nat(), { maxLength: 3 }), goesOn: fc.boolean() }), { minLength: 2, maxLength: 8 })
  .map((rows) =>
    rows.map(({ waits, goesOn }, index) =>
      child(`c${index}`, index === 0 ? [] : [...new Set(waits.map((one) => `c${one % index}`))], {
        whenFailed: goesOn ? 'goOn' : 'cancel',
      }),
    ),
  );

describe('any bundle', () => {
  it('comes to an end, whatever each department decides in whatever order', () => {
    fc.assert(
      fc.property(bundles, fc.infiniteStream(fc.nat()), (plans, luck) => {
        const dice = luck[Symbol.iterator]();
        const roll = (below: number): number => (dice.next().value as number) % below;
        expect(bundleProblems(plans)).toEqual([]);
        expect(childrenInOrder(plans)).toHaveLength(plans.length);
        let now: BundleChildFacts[] = plans.map((plan) => at('waiting', plan));
        for (let turn = 0; turn <= 3 * plans.length; turn += 1) {
          const { open, cancel } = bundleMoves(now);
          now = now.map((one) => {
            if (open.includes(one.key)) return { ...one, state: 'open' };
            return cancel.some(({ key }) => key === one.key) ? { ...one, state: 'cancelled' } : one;
          });
          expect(bundleMoves(now)).toEqual({ open: [], cancel: [] });
          const busy = now.filter((one) => one.state === 'open');
          if (busy.length === 0) break;
          const chosen = busy[roll(busy.length)]?.key;
          const state = (['ready', 'denied', 'ended', 'granted'] as const)[roll(4)] ?? 'ready';
          now = now.map((one) => (one.key === chosen ? { ...one, state } : one));
        }
        expect(bundleOutcome(now.map((one) => one.state))).not.toBeNull();
      }),
    );
  });
});
