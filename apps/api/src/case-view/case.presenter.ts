import type { CaseDetail, CaseSummary, NoticeView, ResultView } from '@onewindow/contracts';
import {
  deliveryPlace,
  fuseBurnsFrom,
  fuseLight,
  isBeforeAcceptance,
  isInReview,
  type IsoDate,
  maskApplicantName,
  maskPersonName,
  noticesAhead,
  receiptFuse,
  shanghaiDateOf,
} from '@onewindow/domain';
import type { HallCalendar } from '../calendar/index.js';
import { presentApplicant } from '../applicants/index.js';
import { type Case, duplicateChanges, presentCaseClocks, presentClock, presentPause } from '../cases/index.js';
import { type KnownVersion, presentForm } from '../catalogue/index.js';
import { presentJurisdiction } from '../jurisdiction/index.js';
import type { OrganisationSnapshot, StaffRef } from '../organisation/index.js';
import { type Actor, hasRole } from '../platform/index.js';
import { presentBundle } from './bundle.presenter.js';
import { actionsOn, isFeePaid } from './case-facts.js';
import type { CaseReads, NoticeRead, ResultRead } from './case-reads.js';
import { hindrancesOf } from './hindrances.js';
import { presentMaterials } from './material.presenter.js';
import { presentRoute } from './route.presenter.js';

/** The columns that a list needs, with the kind of applicant: names of persons are masked outside the counter. */
export type SummaryRow = Pick<
  Case,
  | 'id'
  | 'caseNo'
  | 'itemName'
  | 'title'
  | 'applicantName'
  | 'status'
  | 'departmentId'
  | 'hallId'
  | 'receivedAt'
  | 'concludedAt'
  | 'acceptedOn'
  | 'decidedOn'
  | 'statutoryDue'
  | 'promisedDue'
  | 'statutoryProvisional'
  | 'promisedProvisional'
  | 'halts'
  | 'supplementCount'
  | 'deemedAccepted'
  | 'outageNo'
  | 'outageAt'
> & { applicantKind: 'natural' | 'legal' | null; applicantIdentityMasked: string | null };

/** What every presentation stands on: the same for a whole list. */
export interface Stage {
  actor: Actor;
  organisation: OrganisationSnapshot;
  calendar: HallCalendar;
  today: IsoDate;
}

/** R10.2: the hall that received a case sees its people's names; everybody else sees them masked. */
export function isNameShown(actor: Actor, row: Pick<Case, 'hallId'>): boolean {
  return hasRole(actor, 'clerk') && row.hallId === actor.hallId;
}

/** A clock stops at the decision, or at the end without one: what remained then is what is shown. */
function clockDay(row: SummaryRow, today: IsoDate): IsoDate {
  return row.decidedOn ?? (row.concludedAt === null ? today : shanghaiDateOf(row.concludedAt));
}

/** A case as a row of a list. */
export function presentSummary(row: SummaryRow, { actor, organisation, calendar, today }: Stage): CaseSummary {
  const name = row.applicantName ?? '';
  return {
    id: row.id,
    caseNo: row.caseNo,
    itemName: row.itemName,
    title: row.title,
    applicantName: isNameShown(actor, row) ? name : maskApplicantName(row.applicantKind ?? 'natural', name),
    applicantIdentityMasked: row.applicantIdentityMasked,
    status: row.status,
    department: organisation.departmentRef(row.departmentId),
    hall: organisation.hallRef(row.hallId),
    receivedAt: iso(row.receivedAt),
    concludedAt: iso(row.concludedAt),
    clocks: presentCaseClocks(row, clockDay(row, today), calendar),
    paused: isInReview(row.status) ? presentPause(row.halts, today, calendar) : null,
    fuse: fuseOf(row, today, calendar),
    deemed: row.deemedAccepted,
    outageNo: row.outageNo,
  };
}

/** R2.3, R2.7: the five working days, as long as they burn. */
function fuseOf(row: SummaryRow, today: IsoDate, calendar: HallCalendar): CaseSummary['fuse'] {
  const start = fuseBurnsFrom({ ...row, supplementServed: row.supplementCount > 0 });
  if (start === null) return null;
  const shown = presentClock({ start, ...receiptFuse({ receivedOn: start, calendar }) }, today, calendar);
  return shown && { ...shown, light: fuseLight(shown) };
}

/** A whole case; every field is whitelisted here. */
export function presentDetail(
  stored: Case,
  version: KnownVersion,
  reads: CaseReads,
  staff: ReadonlyMap<string, StaffRef>,
  stage: Stage,
): CaseDetail {
  const { actor, today, calendar, organisation } = stage;
  // A twin may have come up, or ended, since the applicant was entered.
  const row = reads.openTwin === undefined ? stored : { ...stored, ...duplicateChanges(stored, reads.openTwin) };
  const nameShown = isNameShown(actor, row);
  const { definition } = version;
  const { applicant, materials, files, tasks } = reads;
  const hindrances = isBeforeAcceptance(row.status) ? hindrancesOf({ row, version, applicant, materials, today }) : [];
  return {
    ...presentSummary(
      { ...row, applicantKind: applicant?.kind ?? null, applicantIdentityMasked: applicant?.identityMasked ?? null },
      stage,
    ),
    version: row.version,
    itemVersionId: row.itemVersionId,
    itemId: row.itemId,
    supplementBy: row.status === 'supplementing' ? row.supplementBy : null,
    outageAt: iso(row.outageAt),
    kind: definition.kind,
    statutoryLimit: row.statutoryLimit,
    promisedLimit: row.promisedLimit,
    applicant: applicant && presentApplicant(applicant, nameShown),
    agent: presentAgent(row, nameShown),
    duplicate: row.duplicateOf === null ? null : { caseNo: row.duplicateOf, reason: row.duplicateReason },
    presence: presentPresence(row),
    answers: row.answers,
    form: presentForm(row.form),
    formSources: row.formSources,
    formCorrections: row.formCorrections as CaseDetail['formCorrections'],
    formOverrides: row.formOverrides,
    materials: presentMaterials(row, definition, materials, files),
    hindrances,
    jurisdiction: presentJurisdiction(version, row, applicant, organisation, isBeforeAcceptance(row.status)),
    acceptedAt: iso(row.acceptedAt),
    acceptedOn: row.acceptedOn,
    decision: row.decision,
    decidedAt: iso(row.decidedAt),
    decidedBy: row.decidedBy === null ? null : (staff.get(row.decidedBy) ?? null),
    decisionReason: row.decisionReason,
    endReason: row.endReason,
    feeCents: row.feeCents,
    feePaid: isFeePaid(row),
    route: presentRoute({ row, version, tasks, organisation, staff, today, calendar }),
    result: presentResult(reads.result, staff, nameShown),
    notices: reads.notices.map(presentNotice),
    previews: noticesAhead(row.status),
    createdBy: staff.get(row.createdBy) ?? { id: row.createdBy, name: '', staffNo: '' },
    createdAt: row.createdAt.toISOString(),
    draftSavedAt: iso(row.draftSavedAt),
    ...(reads.bundle ? { bundle: presentBundle(row, definition, reads.bundle, stage) } : {}),
    actions: actionsOn({ row, definition, actor, reads, hindrances, calendar, today }),
  };
}

function presentAgent(row: Case, nameShown: boolean): CaseDetail['agent'] {
  if (row.agentName === null) return null;
  return {
    name: nameShown ? row.agentName : maskPersonName(row.agentName),
    identityMasked: row.agentIdentityMasked ?? '',
    phoneMasked: row.agentPhoneMasked,
    relation: row.agentRelation,
    authority: row.agentAuthority ?? '',
    scope: row.agentScope,
    validUntil: row.agentValidUntil,
  };
}

function presentPresence({ presentAs, presentBy, presentAt }: Case): CaseDetail['presence'] {
  return presentAs === null || presentBy === null || presentAt === null
    ? null
    : { who: presentAs, how: presentBy, at: presentAt.toISOString() };
}

function presentNotice({ id, kind, title, number, issuedAt, fileId, problem }: NoticeRead): NoticeView {
  return { id, kind, title, number, issuedAt: issuedAt.toISOString(), fileId, problem };
}

function presentResult(result: ResultRead | null, staff: ReadonlyMap<string, StaffRef>, nameShown: boolean): ResultView | null {
  if (result === null) return null;
  const { id, name, number, electronic, denial, validFrom, validUntil, place, fileId, problem } = result;
  const handedOverBy = result.handedOverBy === null ? undefined : staff.get(result.handedOverBy);
  const pickup =
    result.pickedUpAt === null || result.method === null || result.relation === null || !handedOverBy
      ? null
      : {
          at: result.pickedUpAt.toISOString(),
          method: result.method,
          place: deliveryPlace(result.method, result),
          address: nameShown ? result.address : null,
          collectorName: nameShown ? (result.collectorName ?? '') : maskPersonName(result.collectorName ?? ''),
          collectorIdentityMasked: result.collectorIdentityMasked,
          relation: result.relation,
          handedOverBy,
        };
  const document = { id, name, number, electronic, denial, validFrom, validUntil, issuedAt: result.issuedAt.toISOString() };
  return { ...document, place, fileId, problem, pickup };
}

function iso(instant: Date | null): string | null {
  return instant?.toISOString() ?? null;
}
