import { type BundleChildState, hasCaseTransition, nextCaseStatus } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { type BundleChildRead, CHILDREN_OF_BUNDLES } from '../case-view/index.js';
import { type Case, CaseStore, type EventAuthor, type EventInput } from '../cases/index.js';
import type { CommandTx } from '../platform/index.js';
import { CaseEndings, RouteRunner, TASKS_OF_CASE } from '../review/index.js';
import { CHILD_MOVED } from './bundle-statements.js';

export interface BundleEnd {
  /** The bundle, whose row is locked. */
  readonly parent: Case;
  readonly children: readonly BundleChildRead[];
  readonly by: EventAuthor;
  readonly action: 'withdraw' | 'terminate';
  readonly reason: string;
}

/**
 * A bundle that ends before its children: those under way end with it, those that wait are never opened. What was granted before stays
 * granted and is collected by itself from now on.
 */
@Injectable()
export class BundleEnding {
  constructor(
    private readonly cases: CaseStore,
    private readonly routes: RouteRunner,
    private readonly endings: CaseEndings,
  ) {}

  /** Part of the command that ends the bundle; a bundle that was never accepted has no children. */
  async endAll(tx: CommandTx, end: Omit<BundleEnd, 'children'>): Promise<void> {
    await this.end(tx, { ...end, children: await tx.query(CHILDREN_OF_BUNDLES, [[end.parent.id]]) });
  }

  async end(tx: CommandTx, { parent, children, by, action, reason }: BundleEnd): Promise<void> {
    const events: EventInput[] = [];
    for (const child of children) {
      const state = await this.endOne(tx, child, { by, action, reason });
      if (state === null) continue;
      await tx.query(CHILD_MOVED, [parent.id, child.childKey, state, state === 'released' ? null : reason, tx.now]);
      if (state !== 'released')
        events.push({ action: 'bundle.cancel', data: { child: child.itemName, caseNo: child.caseNo ?? undefined, reason } });
    }
    if (events.length > 0) await this.cases.note(tx, parent, by, events);
  }

  private async endOne(
    tx: CommandTx,
    child: BundleChildRead,
    { by, action, reason }: Pick<BundleEnd, 'by' | 'action' | 'reason'>,
  ): Promise<BundleChildState | null> {
    if (child.state === 'waiting') return 'cancelled';
    if (child.childCaseId === null || !['open', 'granted', 'ready', 'denied'].includes(child.state)) return null;
    const row = await this.cases.lockForSystem(tx, child.childCaseId);
    if (!hasCaseTransition(row.status, action)) return 'released';
    const cancelled = await this.routes.cancelOpen(tx, await tx.query(TASKS_OF_CASE, [row.id]));
    const ending = await this.endings.of(tx, row, by.actorId);
    const status = nextCaseStatus(row.status, action);
    const event = { action, fromStatus: row.status, toStatus: status, data: { reason, withBundle: true } };
    const changes = { ...ending.changes, status, endReason: reason, concludedAt: tx.now };
    await this.cases.save(tx, row, changes, by, [event, ...cancelled, ...ending.events]);
    return 'ended';
  }
}
