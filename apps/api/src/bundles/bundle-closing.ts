import {
  BUNDLE_CHILD_LABELS,
  bundleEndedOn,
  type BundleOutcome,
  caseNamed,
  isBundleChildFailed,
  isInReview,
  nextCaseStatus,
  shanghaiToday,
} from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { type BundleChildRead, childEnds } from '../case-view/index.js';
import { type Case, CaseStore, SYSTEM_AUTHOR } from '../cases/index.js';
import type { KnownVersion } from '../catalogue/index.js';
import { NoticeIssuer, ResultMaker } from '../notices/index.js';
import { NotificationWriter } from '../notifications/index.js';
import { type CommandTx, sql } from '../platform/index.js';
import { BundleOutcomes } from './bundle-outcomes.js';

const APPLICANT_KIND = sql<{ kind: 'natural' | 'legal' }>('SELECT kind FROM applicant WHERE id = $1');
/** Length of the column; the notice tells every reason in full. */
const LONGEST_REASON = 2_000;
/** A department ends its reason with one; in the list of all reasons it would stand before the next. */
const FULL_STOP = /[。；;.]+$/;

/**
 * The end of a bundle. Nobody decides it: each child was decided by its own chief, and the bundle follows when the last one has come to an
 * end. The applicant is told ONCE, of everything, by the 一件事办理结果告知书: not with the first failure, because a second one would have to be
 * told again; who scans the receipt's code sees each child the moment it ends.
 */
@Injectable()
export class BundleClosing {
  constructor(
    private readonly cases: CaseStore,
    private readonly notices: NoticeIssuer,
    private readonly results: ResultMaker,
    private readonly notifications: NotificationWriter,
    private readonly outcomes: BundleOutcomes,
  ) {}

  /** @param parent the locked row of the bundle, accepted or decided; `children` as they stand now, none under way */
  async close(
    tx: CommandTx,
    parent: Case,
    { definition }: KnownVersion,
    children: readonly BundleChildRead[],
    outcome: BundleOutcome,
  ): Promise<void> {
    const [applicant] = await tx.query(APPLICANT_KIND, [parent.applicantId]);
    const common = { row: parent, definition, applicantKind: applicant?.kind ?? ('natural' as const), issuedBy: null };
    const isDecided = isInReview(parent.status);
    if (isDecided) await this.decide(tx, parent, children, outcome);
    if (outcome.ready) await this.makeReady(tx, parent, outcome);
    // Numbers of documents come last: their series stay locked until the commit.
    if (isDecided) await this.notices.issue(tx, { ...common, kind: 'bundleOutcome', outcomes: await this.outcomes.of(children) });
    if (outcome.ready) await this.results.serveNotice(tx, { ...common, place: null }, 'bundleOutcome');
  }

  private async decide(tx: CommandTx, parent: Case, children: readonly BundleChildRead[], { decision }: BundleOutcome): Promise<void> {
    const failed = children.filter(({ state }) => isBundleChildFailed(state));
    const reason = reasonOf(failed);
    const status = nextCaseStatus(parent.status, 'decide');
    const changes = {
      status,
      decision,
      decisionReason: reason === '' ? null : reason.slice(0, LONGEST_REASON),
      decidedAt: tx.now,
      decidedOn: bundleEndedOn(childEnds(children), parent.acceptedOn ?? shanghaiToday(tx.now)),
    };
    const granted = children.length - failed.length;
    const data = { decision, granted, failed: failed.length };
    await this.cases.save(tx, parent, changes, SYSTEM_AUTHOR, [
      { action: 'bundle.decide', fromStatus: 'accepted', toStatus: status, data },
    ]);
    const words = `${caseNamed(parent)}：全部子项办完：准予 ${granted} 项${failed.length === 0 ? '' : `，未成 ${failed.length} 项`}。`;
    await this.notifications.write(tx, [{ staffId: parent.createdBy, words, caseId: parent.id, taskId: null }]);
  }

  private async makeReady(tx: CommandTx, parent: Case, { decision }: BundleOutcome): Promise<void> {
    const status = nextCaseStatus(parent.status, 'issue');
    const event = { action: 'bundle.ready', fromStatus: parent.status, toStatus: status, data: { decision } };
    await this.cases.save(tx, parent, { status, readyAt: tx.now }, SYSTEM_AUTHOR, [event]);
  }
}

/** Each failure with its own reason; those that it took along together, because they have no other. */
function reasonOf(failed: readonly BundleChildRead[]): string {
  const own = failed.filter(({ state }) => state !== 'cancelled');
  const takenAlong = failed.filter(({ state }) => state === 'cancelled').map(({ itemName }) => itemName);
  return [
    ...own.map(({ itemName, state, reason }) => {
      return `${itemName}${BUNDLE_CHILD_LABELS[state]}${reason ? `：${reason.replace(FULL_STOP, '')}` : ''}`;
    }),
    ...(takenAlong.length === 0 ? [] : [`${takenAlong.join('、')}${BUNDLE_CHILD_LABELS.cancelled}：前项未成`]),
  ].join('；');
}
