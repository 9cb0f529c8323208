import type { CaseDetail, ItemDefinition } from '@onewindow/contracts';
import {
  type CaseActionInput,
  caseActionsFor,
  type CaseFacts,
  hasSecondReviewer,
  isDraft,
  type IsoDate,
  isTaskOpen,
  mayReview,
  secondNoticeOffer,
  shanghaiDateOf,
  silentAcceptance,
  type SilentAcceptance,
  type WorkingCalendar,
} from '@onewindow/domain';
import type { Applicant } from '../applicants/index.js';
import { type Case, runningProcedure } from '../cases/index.js';
import type { Actor } from '../platform/index.js';
import { isCollectedWithBundle } from './bundle-reads.js';
import type { CaseReads, TaskRead } from './case-reads.js';
import { mayCollectHere, rolesOn } from './case-roles.js';
import type { Hindrance } from './hindrances.js';

export interface FactsInput {
  row: Pick<Case, 'supplementCount' | 'supplementOverride' | 'halts' | 'decision' | 'feeCents' | 'feeReceiptNo'>;
  definition: Pick<ItemDefinition, 'kind' | 'result' | 'bundle'>;
  /** Steps before the decision that have not passed. */
  openTasks: number;
  /** The actor is applicant or agent of this case (R5.6). */
  ownConflict: boolean;
  missingMaterials: number;
  /** Of `silenceOn`. */
  silence: SilentAcceptance | null;
  openDeferred?: number;
  collectedWithBundle?: boolean;
  /** The item asks for two, and the actor alone reviewed it (R5.6). */
  isSoleReviewer?: boolean;
}

/** What the rules of R11 ask about a case besides its status. */
export function caseFactsOf({
  row,
  definition,
  openTasks,
  ownConflict,
  missingMaterials,
  silence,
  openDeferred = 0,
  collectedWithBundle = false,
  isSoleReviewer = false,
}: FactsInput): CaseFacts {
  return {
    isInstant: definition.kind === 'instant',
    missingMaterials,
    supplementNotices: row.supplementCount,
    supplementOverride: row.supplementOverride,
    silentAcceptance: silence,
    openTasks,
    runningProcedure: runningProcedure(row),
    decision: row.decision,
    openDeferred,
    collectedWithBundle,
    followsChildren: definition.bundle !== undefined,
    feeUnpaid: !isFeePaid(row),
    resultIsElectronic: definition.result.electronic,
    ownDecisionConflict: ownConflict,
    isSoleReviewer,
  };
}

/** R2.4: has silence accepted the case, which nobody has written down yet? */
export function silenceOn(
  row: Pick<Case, 'status' | 'receivedAt' | 'supplementCount'>,
  calendar: WorkingCalendar,
  today: IsoDate,
): SilentAcceptance | null {
  const { status, receivedAt, supplementCount } = row;
  const receivedOn = receivedAt === null ? null : shanghaiDateOf(receivedAt);
  return silentAcceptance({ status, receivedOn, supplementServed: supplementCount > 0, calendar, today });
}

/** Nothing to pay, or the receipt's number is on record. */
export function isFeePaid(row: Pick<Case, 'feeCents' | 'feeReceiptNo'>): boolean {
  return row.feeCents === 0 || row.feeReceiptNo !== null;
}

/** R5.6: is the actor the applicant, its legal representative, or the agent? */
export function hasOwnConflict(
  actor: Pick<Actor, 'identityIndex'>,
  row: Pick<Case, 'agentIdentityIndex'>,
  applicant: Applicant | null,
): boolean {
  return !mayReview({
    officerIdentityIndex: actor.identityIndex,
    applicantIndex: applicant?.identityIndex ?? null,
    representativeIndex: applicant?.representativeIdentityIndex ?? null,
    agentIndex: row.agentIdentityIndex,
  });
}

/** Steps before the decision that have not passed: open tasks, or at least the one that should be open when the decision is not. */
export function openTasksBeforeDecision(tasks: readonly TaskRead[], isInstant: boolean): number {
  if (isInstant) return 0;
  const open = tasks.filter((task) => isTaskOpen(task.status));
  const before = open.filter((task) => task.kind !== 'decision' && task.kind !== 'issue').length;
  const decides = open.some((task) => task.kind === 'decision' && task.status !== 'waiting');
  return decides ? before : Math.max(before, 1);
}

type Actions = CaseDetail['actions'];

export interface ActionsInput {
  row: Case;
  definition: ItemDefinition;
  actor: Actor;
  reads: CaseReads;
  hindrances: readonly Hindrance[];
  calendar: WorkingCalendar;
  today: IsoDate;
}

/** Every action of the actor's roles on this case, the impossible ones with their reason (R11). */
export function actionsOn({ row, definition, actor, reads, hindrances, calendar, today }: ActionsInput): Actions {
  const facts = caseFactsOf({
    row,
    definition,
    openTasks: openTasksBeforeDecision(reads.tasks, definition.kind === 'instant'),
    ownConflict: hasOwnConflict(actor, row, reads.applicant),
    missingMaterials: hindrances.filter((one) => one.kind === 'material').length,
    silence: silenceOn(row, calendar, today),
    openDeferred: reads.materials.filter((material) => material.verdict === 'deferred').length,
    collectedWithBundle: isCollectedWithBundle(reads.bundle),
    isSoleReviewer: definition.requiresTwoReviewers && !hasSecondReviewer([actor.staffId], reads.tasks),
  });
  const input: Omit<CaseActionInput, 'roles'> = { status: row.status, facts };
  const roles = rolesOn(actor, row);
  const ofTable = caseActionsFor({ ...input, roles }).map((offer) => withHindrances(offer, row, hindrances));
  // R2.3: a further notice is asked for by the counter that has the case.
  const second = roles.includes('clerk') ? secondNoticeOffer({ ...facts, status: row.status }) : null;
  const own = second === null ? ofTable : [...ofTable, second];
  if (own.some((offer) => offer.action === 'handOver') || !mayCollectHere(actor, row, definition)) return own;
  // 通办通取: another hall hands out, and does nothing else.
  return [...own, ...caseActionsFor({ ...input, roles: ['clerk'] }).filter((offer) => offer.action === 'handOver')];
}

/** R2: beyond the materials that the rule of acceptance counts, an answer, a field or the applicant may be missing. */
function withHindrances(offer: Actions[number], row: Case, hindrances: readonly Hindrance[]): Actions[number] {
  if (!offer.allowed) return offer;
  const first = hindrances[0];
  if (offer.action === 'accept' && first) {
    const reason = hindrances.length === 1 ? `${first.label}${first.reason}` : `还差 ${hindrances.length} 项，先办${first.label}`;
    return { action: offer.action, allowed: false, reason };
  }
  const needsApplicant = isDraft(row.status) && row.applicantId === null;
  return needsApplicant ? { action: offer.action, allowed: false, reason: '申请人未填' } : offer;
}
