import type { CaseStatus, Correction } from '@onewindow/domain';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { StoredHalt } from './case-halts.js';

/** R2.8: after a supplement notice, not all papers have come. */
const AWAITED = `status IN ('supplementing', 'received') AND supplement_by IS NOT NULL`;

/** 办件. Its status changes only by the actions of CASE_TRANSITIONS; every change leaves an event. */
@Entity('cases')
@Check('cases_number_from_receipt', `status = 'draft' OR case_no IS NOT NULL`)
@Check('cases_decision', `decision IN ('grant', 'deny')`)
@Index('cases_hall', ['hallId', 'id'])
@Index('cases_department', ['departmentId', 'id'])
@Index('cases_hall_received', ['hallId', 'receivedAt', 'id'])
@Index('cases_department_received', ['departmentId', 'receivedAt', 'id'])
@Index('cases_received', ['receivedAt', 'id'])
@Index('cases_status', ['status', 'id'])
@Index('cases_item', ['itemId', 'id'])
@Index('cases_applicant', ['applicantId', 'id'])
@Index('cases_agent', ['agentIdentityIndex', 'id'], { where: 'agent_identity_index IS NOT NULL' })
@Index('cases_draft', ['counterId', 'id'], { where: `status = 'draft'` })
// R2.4: what silence may have accepted.
@Index('cases_silent', ['receivedAt', 'id'], { where: `status = 'received' AND supplement_count = 0` })
@Index('cases_awaited', ['hallId', 'supplementBy', 'id'], { where: AWAITED })
@Index('cases_awaited_department', ['departmentId', 'supplementBy', 'id'], { where: AWAITED })
@Index('cases_awaited_district', ['districtCode', 'supplementBy', 'id'], { where: AWAITED })
@Index('cases_deemed', ['districtCode', 'acceptedAt', 'id'], { where: 'deemed_accepted' })
@Index('cases_outage_no', ['outageNo'], { unique: true, where: 'outage_no IS NOT NULL' })
// R3: pauses whose end is near.
@Index('cases_halted', ['id'], { where: `status = 'accepted' AND halts IS NOT NULL` })
// R1.2: dates guessed from a year whose notice was not out.
@Index('cases_statutory_guessed', ['statutoryDue'], { where: `status = 'accepted' AND statutory_provisional` })
@Index('cases_promised_guessed', ['promisedDue'], { where: `status = 'accepted' AND promised_provisional` })
// 出件台 (R6.2): what waits in the own hall, and of which items something waits in the district's others.
@Index('cases_ready_hall', ['hallId', 'readyAt', 'id'], { where: `status = 'ready'` })
@Index('cases_ready_version', ['districtCode', 'itemVersionId', 'readyAt', 'id', 'hallId'], { where: `status = 'ready'` })
// A month's on-time rate comes from this index alone: 60,000 decisions in 10 ms.
@Index('cases_decided_on', ['departmentId', 'decidedOn', 'districtCode', 'promisedDue', 'statutoryDue'], {
  where: 'decided_on IS NOT NULL',
})
// The same month as a list, latest first: read backwards, a page at a time.
@Index('cases_conclusions', ['districtCode', 'decidedOn', 'id'], { where: 'decided_on IS NOT NULL' })
export class Case {
  @PrimaryColumn('uuid')
  id!: string;

  /** 统一受理编号 (R8.4); null in a draft. */
  @Index({ unique: true })
  @Column('varchar', { length: 21, nullable: true })
  caseNo!: string | null;

  @Column('varchar', { length: 16 })
  status!: CaseStatus;

  /** Grows with every change; a screen with an older one is refused. */
  @Column('integer')
  version!: number;

  @Column('uuid')
  itemId!: string;

  @ForeignKey('ItemVersion')
  @Column('uuid')
  itemVersionId!: string;

  @Column('varchar', { length: 120 })
  itemName!: string;

  /** The lead department: the item's own, or its office for the applicant's place (CrossHall). */
  @Column('uuid')
  departmentId!: string;

  @ForeignKey('Hall')
  @Column('uuid')
  hallId!: string;

  @Column('uuid', { nullable: true })
  counterId!: string | null;

  /** District of the receiving hall: number series, supervision and pickup. */
  @Column('varchar', { length: 6 })
  districtCode!: string;

  @ForeignKey('Applicant')
  @Column('uuid', { nullable: true })
  applicantId!: string | null;

  @Column('varchar', { length: 100, nullable: true })
  applicantName!: string | null;

  /** Names the case in lists: a form field or the applicant, masked for natural persons. */
  @Column('varchar', { length: 200 })
  title!: string;

  @Column('varchar', { length: 60, nullable: true })
  agentName!: string | null;

  @Column('text', { nullable: true })
  agentIdentitySealed!: string | null;

  @Column('varchar', { length: 64, nullable: true })
  agentIdentityIndex!: string | null;

  @Column('varchar', { length: 40, nullable: true })
  agentIdentityMasked!: string | null;

  @Column('text', { nullable: true })
  agentPhoneSealed!: string | null;

  @Column('varchar', { length: 20, nullable: true })
  agentPhoneMasked!: string | null;

  @Column('varchar', { length: 200, nullable: true })
  agentAuthority!: string | null;

  @Column('varchar', { length: 10, nullable: true })
  agentRelation!: 'employee' | 'relative' | 'lawyer' | 'agency' | 'other' | null;

  /** 委托事项和权限. */
  @Column('varchar', { length: 200, nullable: true })
  agentScope!: string | null;

  /** Last day of the authority. */
  @Column('date', { nullable: true })
  agentValidUntil!: string | null;

  /** Number of an open case of the same applicant for the same item, found when the applicant was entered. */
  @Column('varchar', { length: 21, nullable: true })
  duplicateOf!: string | null;

  /** CrossHall: the region to which the applicant belongs; null where the item does not ask, or while it is open. */
  @Column('varchar', { length: 12, nullable: true })
  placeCode!: string | null;

  /** Why the counter chose that region; null when the address told it. */
  @Column('varchar', { length: 200, nullable: true })
  placeReason!: string | null;

  /** Why this application stands beside it. */
  @Column('varchar', { length: 300, nullable: true })
  duplicateReason!: string | null;

  /** Whose card was compared with the person at the counter. */
  @Column('varchar', { length: 14, nullable: true })
  presentAs!: 'applicant' | 'representative' | 'agent' | null;

  @Column('varchar', { length: 5, nullable: true })
  presentBy!: 'card' | 'typed' | null;

  @Column('timestamptz', { nullable: true })
  presentAt!: Date | null;

  @Column('jsonb')
  answers!: Record<string, string | number | boolean>;

  @Column('jsonb')
  form!: Record<string, unknown>;

  @Column('jsonb')
  formSources!: Record<string, string>;

  /** What a source had said where the clerk put another value; numbers of persons stand masked in it. */
  @Column('jsonb', { default: {} })
  formCorrections!: Record<string, Correction>;

  /** R8.2: credit codes in the form that fail their check digit, by the code, with the clerk's reason. */
  @Column('jsonb', { default: {} })
  formOverrides!: Record<string, string>;

  @Column('uuid')
  createdBy!: string;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz', { nullable: true })
  draftSavedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  receivedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  acceptedAt!: Date | null;

  /** Day from which the clocks run: of acceptance, or what the law dates it to (R2.4, R2.5). */
  @Column('date', { nullable: true })
  acceptedOn!: string | null;

  @Column('integer', { nullable: true })
  statutoryLimit!: number | null;

  @Column('integer', { nullable: true })
  promisedLimit!: number | null;

  @Column('date', { nullable: true })
  statutoryDue!: string | null;

  @Column('date', { nullable: true })
  promisedDue!: string | null;

  /** A date reaches into a year whose notice is not out (R1.2). */
  @Column('boolean', { default: false })
  statutoryProvisional!: boolean;

  @Column('boolean', { default: false })
  promisedProvisional!: boolean;

  /** The special procedures during which its clocks stand still (R3); null in a case that never had one. */
  @Column('jsonb', { nullable: true })
  halts!: StoredHalt[] | null;

  /** R1.6: working days by which the agency's head extended its limits. */
  @Column('integer', { default: 0 })
  extensionDays!: number;

  @Column('varchar', { length: 5, nullable: true })
  decision!: 'grant' | 'deny' | null;

  @Column('varchar', { length: 2000, nullable: true })
  decisionReason!: string | null;

  @Column('timestamptz', { nullable: true })
  decidedAt!: Date | null;

  @Column('date', { nullable: true })
  decidedOn!: string | null;

  @Column('uuid', { nullable: true })
  decidedBy!: string | null;

  @Column('timestamptz', { nullable: true })
  readyAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  concludedAt!: Date | null;

  /** Reason of a decline, withdrawal or termination. */
  @Column('varchar', { length: 500, nullable: true })
  endReason!: string | null;

  @Column('integer', { default: 0 })
  feeCents!: number;

  @Column('varchar', { length: 60, nullable: true })
  feeReceiptNo!: string | null;

  /** R2.3: how many supplement notices were served before acceptance. */
  @Column('integer', { default: 0 })
  supplementCount!: number;

  /** R2.8: the day by which the papers of the latest supplement notice are looked for; nothing ends by it. */
  @Column('date', { nullable: true })
  supplementBy!: string | null;

  /** R2.3: a supervisor allows one further supplement notice; used up by it. */
  @Column('boolean', { default: false })
  supplementOverride!: boolean;

  /** R2.4: silence accepted it. */
  @Column('boolean', { default: false })
  deemedAccepted!: boolean;

  /** R10.5: number of the paper on which it was taken while the system was down. */
  @Column('varchar', { length: 16, nullable: true })
  outageNo!: string | null;

  /** R10.5: when it was truly received. */
  @Column('timestamptz', { nullable: true })
  outageAt!: Date | null;

  /** Secret of the receipt's QR code (R10.3). */
  @Index({ unique: true })
  @Column('varchar', { length: 64 })
  progressToken!: string;

  /** R10.1: length and head of the event chain, so that a deleted tail is found. */
  @Column('integer', { default: 0 })
  eventCount!: number;

  @Column('varchar', { length: 64, nullable: true })
  eventHead!: string | null;
}
