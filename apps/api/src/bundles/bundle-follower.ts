import {
  BUNDLE_CHILD_LABELS,
  type BundleChildFacts,
  type BundleChildState,
  bundleChildStateOf,
  bundleMoves,
  bundleOutcome,
  childBeginsOn,
  isInReview,
  shanghaiToday,
} from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { type BundleChildRead, childEnds, CHILDREN_OF_BUNDLES } from '../case-view/index.js';
import { type Case, CaseStore, type EventInput, SYSTEM_AUTHOR } from '../cases/index.js';
import { ItemVersions } from '../catalogue/index.js';
import type { CommandTx } from '../platform/index.js';
import { BundleClosing } from './bundle-closing.js';
import { BundleCorrections } from './bundle-corrections.js';
import { BundleEnding } from './bundle-ending.js';
import { BundleOpening } from './bundle-opening.js';
import { BUNDLE_ABOUT, CHILD_MOVED } from './bundle-statements.js';

/**
 * What follows on a bundle when one of its children has come to an end, or brought corrections: whoever waited for it is opened, or told that it never will be;
 * the others are left alone; after the last, the bundle is closed. Doing it again changes nothing.
 */
@Injectable()
export class BundleFollower {
  constructor(
    private readonly cases: CaseStore,
    private readonly versions: ItemVersions,
    private readonly opening: BundleOpening,
    private readonly closing: BundleClosing,
    private readonly ending: BundleEnding,
    private readonly corrections: BundleCorrections,
  ) {}

  /** @param caseId of a child or of the bundle; any other case is left alone */
  async follow(tx: CommandTx, caseId: string): Promise<void> {
    const [bundle] = await tx.query(BUNDLE_ABOUT, [caseId]);
    if (!bundle) return;
    // Every move of a bundle is made under the lock of its own row, so two children that end at once are followed one after the other.
    const parent = await this.cases.lockForSystem(tx, bundle.id);
    const children = await tx.query(CHILDREN_OF_BUNDLES, [[parent.id]]);
    if (parent.status === 'withdrawn' || parent.status === 'terminated') {
      await this.ending.end(tx, { parent, children, by: SYSTEM_AUTHOR, action: 'terminate', reason: parent.endReason ?? '' });
      return;
    }
    if (!isInReview(parent.status) && parent.status !== 'decided') return;
    await this.corrections.takeOver(tx, parent, children);
    const ended = await this.takeNote(tx, parent, children);
    const { open, cancelled } = await this.move(tx, parent, children);
    if (ended.length + cancelled.length > 0) await this.cases.note(tx, parent, SYSTEM_AUTHOR, [...ended, ...cancelled]);
    await this.open(tx, parent, open, children);
    const outcome = bundleOutcome(children.map(({ state }) => state));
    if (outcome) await this.closing.close(tx, parent, await this.versions.get(parent.itemVersionId, tx), children, outcome);
  }

  /** What the children's cases have become since; the reads are brought up to it. */
  private async takeNote(tx: CommandTx, parent: Case, children: BundleChildRead[]): Promise<EventInput[]> {
    const events: EventInput[] = [];
    for (const child of children) {
      if (child.status === null || (child.state !== 'open' && child.state !== 'granted')) continue;
      const state = bundleChildStateOf({ status: child.status, decision: child.decision });
      if (state === child.state) continue;
      const reason = child.decision === 'deny' ? child.decisionReason : child.endReason;
      const isNews = child.state === 'open';
      await this.moved(tx, parent, child, state, state === 'denied' || state === 'ended' ? reason : null);
      if (isNews) events.push(endEvent(child));
    }
    return events;
  }

  private async move(tx: CommandTx, parent: Case, children: BundleChildRead[]): Promise<{ open: string[]; cancelled: EventInput[] }> {
    const { open, cancel } = bundleMoves(children.map(factsOf));
    const cancelled: EventInput[] = [];
    for (const { key, because } of cancel) {
      const child = children.find((one) => one.childKey === key);
      const other = children.find((one) => one.childKey === because);
      if (!child || !other) continue;
      await this.moved(tx, parent, child, 'cancelled', `${other.itemName}${BUNDLE_CHILD_LABELS[other.state]}`);
      cancelled.push(endEvent(child));
    }
    for (const child of children) if (open.includes(child.childKey)) child.state = 'open';
    return { open, cancelled };
  }

  private async open(tx: CommandTx, parent: Case, keys: readonly string[], children: readonly BundleChildRead[]): Promise<void> {
    if (keys.length === 0) return;
    const version = await this.versions.get(parent.itemVersionId, tx);
    const today = shanghaiToday(tx.now);
    const ends = childEnds(children);
    const days = new Map(keys.map((key) => [key, childBeginsOn(key, ends, parent.acceptedOn ?? today)]));
    for (const acceptedOn of new Set(days.values())) {
      const together = keys.filter((key) => days.get(key) === acceptedOn);
      const lateSince = acceptedOn < today ? acceptedOn : undefined;
      await this.opening.open(tx, SYSTEM_AUTHOR, { parent, version, keys: together, acceptedOn, lateSince, receivedAt: tx.now });
    }
  }

  private async moved(tx: CommandTx, parent: Case, child: BundleChildRead, state: BundleChildState, reason: string | null): Promise<void> {
    Object.assign(child, { state, reason });
    await tx.query(CHILD_MOVED, [parent.id, child.childKey, state, reason, tx.now]);
  }
}

function factsOf({ childKey: key, waitsFor: after, whenFailed, state }: BundleChildRead): BundleChildFacts {
  return { key, after, whenFailed, state };
}

function endEvent(child: BundleChildRead): EventInput {
  const data = {
    child: child.itemName,
    caseNo: child.caseNo ?? undefined,
    outcome: BUNDLE_CHILD_LABELS[child.state],
    reason: child.reason ?? undefined,
  };
  return { action: child.state === 'cancelled' ? 'bundle.cancel' : 'bundle.end', data };
}
