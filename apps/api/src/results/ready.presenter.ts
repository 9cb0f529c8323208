import type { ActionState, ReadyRow } from '@onewindow/contracts';
import {
  calendarDaysBetween,
  caseActionsFor,
  handOverProblems,
  type IsoDate,
  maskApplicantName,
  NO_CASE_FACTS,
  type PickupMethod,
  pickupMethodProblem,
  shanghaiDateOf,
  uncollected,
  type WorkingCalendar,
} from '@onewindow/domain';
import type { OrganisationSnapshot } from '../organisation/index.js';
import type { Actor } from '../platform/index.js';
import { paperOf, paperProblem, presentPaper } from './paper.presenter.js';
import type { ReadyRecord } from './ready.statements.js';

/** The day on which the list is read. */
export interface ReadyOn {
  readonly today: IsoDate;
  readonly calendar: WorkingCalendar;
}

const METHODS = ['window', 'post', 'cabinet'] as const satisfies readonly PickupMethod[];

/** R6.2: every way out of the window, those that the item does not offer with their reason. */
function methodsFor(offered: readonly PickupMethod[]): ActionState[] {
  return METHODS.map((action) => {
    const problem = pickupMethodProblem(action, offered);
    return problem === null ? { action, allowed: true } : { action, allowed: false, reason: problem.reason };
  });
}

/** A row of 出件台: names of natural persons masked (R10.2), what hinders in words, actions from the table. */
export function presentReady(
  record: ReadyRecord,
  offered: readonly PickupMethod[],
  actor: Actor,
  units: OrganisationSnapshot,
  { today, calendar }: ReadyOn,
): ReadyRow {
  const isPaid = record.feeCents === 0 || record.feeReceiptNo !== null;
  const paper = paperOf(record, record.hallId);
  const facts = { ...NO_CASE_FACTS, decision: record.decision, openDeferred: record.openDeferred, feeUnpaid: !isPaid };
  return {
    caseId: record.caseId,
    caseNo: record.caseNo,
    version: record.version,
    itemName: record.itemName,
    title: record.title,
    applicantId: record.applicantId,
    applicantKind: record.applicantKind,
    applicantName: maskApplicantName(record.applicantKind, record.applicantName),
    applicantIdentityMasked: record.applicantIdentityMasked,
    department: units.departmentRef(record.departmentId),
    result: {
      id: record.resultId,
      name: record.resultName,
      number: record.resultNumber,
      electronic: record.electronic,
      denial: record.denial,
      validFrom: record.validFrom,
      validUntil: record.validUntil,
      issuedAt: record.issuedAt.toISOString(),
      place: record.place,
      fileId: record.fileId,
      problem: record.problem,
      pickup: null,
    },
    paper: paper && actor.hallId !== null ? presentPaper(paper, record.paperSince, actor.hallId, units) : null,
    feeCents: record.feeCents,
    feePaid: isPaid,
    readyAt: record.readyAt.toISOString(),
    waitingDays: calendarDaysBetween(shanghaiDateOf(record.readyAt), today),
    uncollected: uncollected(shanghaiDateOf(record.readyAt), today, calendar),
    // Person and signature are not there yet; what is known before they come is told in the list.
    problems: handOverProblems({
      hasResult: true,
      paperAway: paperProblem(paper, actor.hallId, units),
      feeDue: record.feeCents,
      feePaid: isPaid ? record.feeCents : 0,
      collectorChecked: true,
      authorityChecked: null,
      hasSignature: true,
      openDeferred: record.openDeferred,
      isDenial: record.denial,
    }),
    actions: caseActionsFor({ status: 'ready', roles: actor.roles, facts }).filter((offer) => offer.action === 'handOver'),
    methods: methodsFor(offered),
  };
}
