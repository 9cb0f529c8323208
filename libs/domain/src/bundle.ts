import { type CaseStatus, isEnded } from './case-status.js';
import { type Condition, type ConditionSubject, evaluate } from './conditions.js';
import type { IsoDate } from './dates.js';

/**
 * Where one child of a bundle (一件事) stands. `waiting`: another must be granted first; `open`: its department works on it; `granted`: decided,
 * its result is still to come; `ready`: the result lies ready or was collected; `denied`; `ended`: withdrawn or terminated; `cancelled`: never
 * opened, because one that it waits for failed; `released`: collected by itself, because the bundle was given up after it was granted;
 * `served`: the same of one that was denied, whose notice is served by itself.
 */
export const BUNDLE_CHILD_STATES = ['waiting', 'open', 'granted', 'ready', 'denied', 'ended', 'cancelled', 'released', 'served'] as const;
export type BundleChildState = (typeof BUNDLE_CHILD_STATES)[number];

/** Chinese, beside a child. */
export const BUNDLE_CHILD_LABELS = {
  waiting: '等前项',
  open: '办理中',
  granted: '已准予，待出证',
  ready: '已准予',
  denied: '不予办理',
  ended: '已终结',
  cancelled: '不再办理',
  released: '已准予，单独领取',
  served: '不予办理，单独送达',
} as const satisfies Record<BundleChildState, string>;

const FAILED: ReadonlySet<BundleChildState> = new Set(['denied', 'ended', 'cancelled', 'served']);
const GRANTED: ReadonlySet<BundleChildState> = new Set(['granted', 'ready', 'released']);

/** Has the child come to nothing? */
export function isBundleChildFailed(state: BundleChildState): boolean {
  return FAILED.has(state);
}

/** One child of a bundle, as its item version names it. */
export interface BundleChildPlan {
  /** Unique in the bundle. */
  readonly key: string;
  /** Children that must be granted first; those that this bundle does not take are not waited for. */
  readonly after: readonly string[];
  /** The child is taken under these answers; always without it. */
  readonly when?: Condition | undefined;
  /** When one that it waits for fails: it is cancelled and says why, or it goes on without. */
  readonly whenFailed: 'cancel' | 'goOn';
}

/** What is wrong with the children of a bundle; a version with any can't be published. */
export interface BundleProblem {
  code: 'too-few' | 'duplicate-key' | 'unknown-after' | 'cycle' | 'none-always';
  childKey?: string;
  /** Chinese. */
  message: string;
}

/** Checks the children before the version is published: at least two, unique keys, no ring of dependencies, and one that is always taken. */
export function bundleProblems(children: readonly BundleChildPlan[]): BundleProblem[] {
  const problems: BundleProblem[] = [];
  if (children.length < 2) problems.push({ code: 'too-few', message: '一件事至少有两个子项' });
  children.forEach(({ key, after }, index) => {
    if (children.findIndex((one) => one.key === key) !== index)
      problems.push({ code: 'duplicate-key', childKey: key, message: `子项“${key}”重复` });
    for (const other of after) {
      if (!children.some((one) => one.key === other))
        problems.push({ code: 'unknown-after', childKey: key, message: `子项“${key}”等待的“${other}”不存在` });
    }
  });
  const begun = childrenInOrder(children);
  for (const { key } of children) {
    if (!begun.includes(key)) problems.push({ code: 'cycle', childKey: key, message: `子项“${key}”永远不会开始：先后绕成了圈` });
  }
  if (children.length > 0 && children.every((child) => child.when !== undefined))
    problems.push({ code: 'none-always', message: '每个子项都有条件，可能一项也不办。至少一项不带条件' });
  return problems;
}

/** Keys of the children, each after those it waits for; what waits in a ring is left out. */
export function childrenInOrder(children: readonly Pick<BundleChildPlan, 'key' | 'after'>[]): string[] {
  const keys = new Set(children.map((child) => child.key));
  const placed = new Set<string>();
  for (;;) {
    const next = children.filter(({ key, after }) => !placed.has(key) && after.every((one) => placed.has(one) || !keys.has(one)));
    if (next.length === 0) return [...placed];
    for (const { key } of next) placed.add(key);
  }
}

/** The children that a bundle takes under its answers, in their order; dependencies on others fall away. */
export function takenChildren<C extends BundleChildPlan>(children: readonly C[], subject: ConditionSubject): C[] {
  const taken = children.filter((child) => evaluate(child.when, subject));
  const keys = new Set(taken.map((child) => child.key));
  return taken.map((child) => ({ ...child, after: child.after.filter((key) => keys.has(key)) }));
}

export interface BundleChildFacts extends Pick<BundleChildPlan, 'key' | 'after' | 'whenFailed'> {
  readonly state: BundleChildState;
}

/** What is to be done with the children that wait. */
export interface BundleMoves {
  /** Open their cases now. */
  open: string[];
  /** Never open: the child and the one because of which. */
  cancel: { key: string; because: string }[];
}

/**
 * What follows from the states of a bundle's children: who waits no longer, and whom a failure takes along (through several, in one go).
 * A failed child touches nobody who does not wait for it. Doing the moves and asking again gives none.
 */
export function bundleMoves(children: readonly BundleChildFacts[]): BundleMoves {
  const states = new Map(children.map((child) => [child.key, child.state]));
  const moves: BundleMoves = { open: [], cancel: [] };
  const stateOf = (key: string): BundleChildState => states.get(key) ?? 'ready';
  for (let moved = true; moved;) {
    moved = false;
    for (const { key, after, whenFailed } of children) {
      if (states.get(key) !== 'waiting') continue;
      const failed = after.find((one) => isBundleChildFailed(stateOf(one)));
      if (failed !== undefined && whenFailed === 'cancel') {
        moves.cancel.push({ key, because: failed });
        states.set(key, 'cancelled');
        moved = true;
      } else if (after.every((one) => GRANTED.has(stateOf(one)) || isBundleChildFailed(stateOf(one)))) {
        moves.open.push(key);
        states.set(key, 'open');
        moved = true;
      }
    }
  }
  return moves;
}

export interface BundleOutcome {
  /** Granted when any child was; a bundle of which nothing came is denied. */
  decision: 'grant' | 'deny';
  /** Every result lies ready, so that all are collected at once. */
  ready: boolean;
}

/** What the children come to; null while one of them is still under way or waits. */
export function bundleOutcome(states: readonly BundleChildState[]): BundleOutcome | null {
  if (states.some((state) => state === 'waiting' || state === 'open')) return null;
  return { decision: states.some((state) => GRANTED.has(state)) ? 'grant' : 'deny', ready: !states.includes('granted') };
}

export interface BundleChildEnd extends Pick<BundleChildPlan, 'key' | 'after'> {
  /** Of its decision, withdrawal or termination; null while it is under way, and where it was never opened. */
  readonly endedOn: IsoDate | null;
}

/**
 * R1.5: the day from which a child's clocks run: that on which the last one it waits for came to its end, however late this is written down.
 * One that was never opened ended when it was clear that it would not be.
 * @param acceptedOn the bundle's own day, for a child that waits for nobody
 */
export function childBeginsOn(key: string, children: readonly BundleChildEnd[], acceptedOn: IsoDate): IsoDate {
  const waitedFor = children.find((one) => one.key === key)?.after ?? [];
  return latest(waitedFor, children, acceptedOn);
}

/** The day on which the last child came to its end. */
export function bundleEndedOn(children: readonly BundleChildEnd[], acceptedOn: IsoDate): IsoDate {
  const keys = children.map(({ key }) => key);
  return latest(keys, children, acceptedOn);
}

/** Published bundles have no ring, so this comes to an end. */
function latest(keys: readonly string[], children: readonly BundleChildEnd[], acceptedOn: IsoDate): IsoDate {
  const days = keys.map((key) => children.find((one) => one.key === key)?.endedOn ?? childBeginsOn(key, children, acceptedOn));
  return days.reduce((last, day) => (day > last ? day : last), acceptedOn);
}

/** The state of a child whose case was opened, from the case itself. */
export function bundleChildStateOf({ status, decision }: { status: CaseStatus; decision: 'grant' | 'deny' | null }): BundleChildState {
  if (decision !== null && (status === 'decided' || status === 'ready' || status === 'concluded')) {
    if (decision === 'deny') return 'denied';
    return status === 'decided' ? 'granted' : 'ready';
  }
  return isEnded(status) ? 'ended' : 'open';
}

/** Where a child stands once its bundle was given up: `open` is still to be ended; what was decided is collected or served by itself. */
export function givenUpChildStateOf(of: { status: CaseStatus; decision: 'grant' | 'deny' | null }): BundleChildState {
  const state = bundleChildStateOf(of);
  if (state === 'denied') return 'served';
  return GRANTED.has(state) ? 'released' : state;
}

/** Is the child handed out by itself, apart from the bundle that was given up? */
export function isCollectedAlone(state: BundleChildState): boolean {
  return state === 'released' || state === 'served';
}

/** A child with where its papers went in the bundle's one list. */
export interface BundleAsker extends BundleChildPlan {
  readonly slice?: { readonly departmentName: string; readonly materials: Readonly<Record<string, string>> } | undefined;
}

/** Which departments ask for a paper of the bundle's list under these answers, each once; none asks for what the bundle itself wants. */
export function bundleAskersOf(children: readonly BundleAsker[], material: string, subject: ConditionSubject): string[] {
  const asking = takenChildren(children, subject).filter(({ slice }) => Object.values(slice?.materials ?? {}).includes(material));
  return [...new Set(asking.flatMap(({ slice }) => slice?.departmentName ?? []))];
}
