import { BUNDLE_CHILD_LABELS, type BundleChildState, givenUpChildStateOf, nextCaseStatus } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { type BundleChildRead, CHILDREN_OF_BUNDLES } from '../case-view/index.js';
import { type Case, CaseStore, type EventAuthor, type EventInput } from '../cases/index.js';
import type { ListedOutcome } from '../notices/index.js';
import type { CommandTx } from '../platform/index.js';
import { CaseEndings, RouteRunner, TASKS_OF_CASE } from '../review/index.js';
import { BundleOutcomes } from './bundle-outcomes.js';
import { CHILD_MOVED } from './bundle-statements.js';

export interface BundleEnd {
  /** The bundle, whose row is locked. */
  readonly parent: Case;
  /** As they stand; brought up to what became of them. */
  readonly children: readonly BundleChildRead[];
  readonly by: EventAuthor;
  readonly action: 'withdraw' | 'terminate';
  readonly reason: string;
}

/** What became of a child when its bundle was given up. */
interface ChildEnd {
  readonly state: BundleChildState;
  /** Of one that came to nothing. */
  readonly reason: string | null;
  /** What the bundle's story says of it; null where it was told before. */
  readonly event: EventInput['action'] | null;
}

/**
 * A bundle that ends before its children: those under way end with it, those that wait are never opened. What was decided before stays
 * decided and is collected by itself from now on; what had ended by itself a moment ago keeps its own end.
 */
@Injectable()
export class BundleEnding {
  constructor(
    private readonly cases: CaseStore,
    private readonly routes: RouteRunner,
    private readonly endings: CaseEndings,
    private readonly outcomes: BundleOutcomes,
  ) {}

  /**
   * Part of the command that ends the bundle; a bundle that was never accepted has no children.
   * @returns what each child came to, for the notice of the end
   */
  async endAll(tx: CommandTx, end: Omit<BundleEnd, 'children'>): Promise<ListedOutcome[]> {
    const children = await tx.query(CHILDREN_OF_BUNDLES, [[end.parent.id]]);
    await this.end(tx, { ...end, children });
    return await this.outcomes.of(children);
  }

  async end(tx: CommandTx, { parent, children, by, action, reason }: BundleEnd): Promise<void> {
    const events: EventInput[] = [];
    for (const child of children) {
      const ended = await this.endOne(tx, child, { by, action, reason });
      if (ended === null) continue;
      Object.assign(child, { state: ended.state, reason: ended.reason });
      await tx.query(CHILD_MOVED, [parent.id, child.childKey, ended.state, ended.reason, tx.now]);
      if (ended.event !== null) {
        const data = { child: child.itemName, caseNo: child.caseNo ?? undefined, reason: ended.reason ?? undefined };
        events.push({ action: ended.event, data: { ...data, outcome: BUNDLE_CHILD_LABELS[ended.state] } });
      }
    }
    if (events.length > 0) await this.cases.note(tx, parent, by, events);
  }

  private async endOne(
    tx: CommandTx,
    child: BundleChildRead,
    { by, action, reason }: Pick<BundleEnd, 'by' | 'action' | 'reason'>,
  ): Promise<ChildEnd | null> {
    if (child.state === 'waiting') return { state: 'cancelled', reason, event: 'bundle.cancel' };
    if (child.childCaseId === null || !['open', 'granted', 'ready', 'denied'].includes(child.state)) return null;
    const row = await this.cases.lockForSystem(tx, child.childCaseId);
    const state = givenUpChildStateOf(row);
    if (state !== 'open') {
      const own = row.decision === 'deny' ? row.decisionReason : row.endReason;
      return { state, reason: own, event: child.state === 'open' ? 'bundle.end' : null };
    }
    const cancelled = await this.routes.cancelOpen(tx, await tx.query(TASKS_OF_CASE, [row.id]));
    const ending = await this.endings.of(tx, row, by.actorId);
    const status = nextCaseStatus(row.status, action);
    const event = { action, fromStatus: row.status, toStatus: status, data: { reason, withBundle: true } };
    const changes = { ...ending.changes, status, endReason: reason, concludedAt: tx.now };
    await this.cases.save(tx, row, changes, by, [event, ...cancelled, ...ending.events]);
    return { state: 'ended', reason, event: 'bundle.cancel' };
  }
}
