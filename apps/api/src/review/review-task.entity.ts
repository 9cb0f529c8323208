import type { TaskKind, TaskStatus } from '@onewindow/domain';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

export interface StoredPoint {
  text: string;
  state: 'open' | 'met' | 'unmet' | 'pending';
  note: string | null;
}

/**
 * 审批任务: one piece of work on one desk. What the queues sort and filter by lies on the row itself (R1.8), under partial indexes of
 * open work alone, so that their cost does not grow with the cases already concluded.
 */
@Entity('review_task')
@Index('review_task_round', ['caseId', 'stepKey', 'round'], { unique: true })
@Index('review_task_foreign', ['departmentId', 'caseId'], { where: 'is_foreign' })
@Index('review_task_foreign_received', ['departmentId', 'receivedAt', 'caseId'], { where: 'is_foreign' })
// What a role finds in its pool, in the order of the desk.
@Index('review_task_pool', ['departmentId', 'role', 'paused', 'nearestDue', 'receivedAt', 'id'], {
  where: `status = 'pooled' AND kind NOT IN ('consultation', 'reroute')`,
})
@Index('review_task_mine', ['holderId', 'paused', 'nearestDue', 'receivedAt', 'id'], { where: `status = 'claimed'` })
// The supervisor's counts and filters, words among them, are answered by this index alone: 200,000 open tasks in 40 ms, against 2 s with the rows.
@Index(
  'review_task_stalled',
  [
    'districtCode',
    'idleSince',
    'id',
    'departmentId',
    'paused',
    'promisedDue',
    'statutoryDue',
    'stepDue',
    'nearestDue',
    'holderId',
    'itemId',
    'caseNo',
    'title',
  ],
  { where: `status IN ('pooled', 'claimed')` },
)
// Consultations have a tab of their own, and indexes that other work does not enter.
@Index('review_task_asked', ['departmentId', 'paused', 'nearestDue', 'receivedAt', 'id'], {
  where: `status = 'pooled' AND kind = 'consultation'`,
})
@Index('review_task_asked_mine', ['holderId', 'paused', 'nearestDue', 'receivedAt', 'id'], {
  where: `status = 'claimed' AND kind = 'consultation'`,
})
// Consultations alone: what silence is about to end, the list of the consulted department, and what it answered (R5.2).
@Index('review_task_silent', ['stepDue', 'id'], { where: `kind = 'consultation' AND status IN ('pooled', 'claimed')` })
@Index('review_task_consulted', ['departmentId', 'paused', 'stepDue', 'id'], {
  where: `kind = 'consultation' AND status IN ('pooled', 'claimed')`,
})
@Index('review_task_answered', ['departmentId', 'doneAt', 'id'], { where: `kind = 'consultation' AND done_at IS NOT NULL` })
// What a hall is to reroute (R5.3), in the order of its list.
@Index('review_task_reroute', ['hallId', 'nearestDue', 'id'], { where: `kind = 'reroute' AND status IN ('pooled', 'claimed')` })
// R1.2: step dates guessed from a year whose notice was not out.
@Index('review_task_guessed', ['stepDue'], { where: `status IN ('pooled', 'claimed') AND step_provisional` })
@Index('review_task_done', ['completedBy', 'doneAt', 'id'], { where: 'completed_by IS NOT NULL' })
export class ReviewTask {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey('Case')
  @Column('uuid')
  caseId!: string;

  @Column('varchar', { length: 60 })
  stepKey!: string;

  @Column('integer')
  round!: number;

  @Column('varchar', { length: 12 })
  kind!: TaskKind;

  /** Who performs it: an approver, the chief, or a clerk for a reroute (R5.3). */
  @Column('varchar', { length: 10 })
  role!: 'approver' | 'chief' | 'clerk';

  @Column('varchar', { length: 40 })
  stepName!: string;

  @Column('uuid')
  departmentId!: string;

  /** Another department's than the case's: its officers find the case by this task (R11). */
  @Column('boolean', { default: false })
  isForeign!: boolean;

  /** The receiving hall; a reroute lies in its pool. */
  @Column('uuid')
  hallId!: string;

  @Column('varchar', { length: 6 })
  districtCode!: string;

  @Column('varchar', { length: 10 })
  status!: TaskStatus;

  @Column('integer')
  version!: number;

  @Column('uuid', { nullable: true })
  holderId!: string | null;

  @Column('timestamptz', { nullable: true })
  pooledAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  claimedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  doneAt!: Date | null;

  @Column('uuid', { nullable: true })
  completedBy!: string | null;

  /** agree, agreeWithConditions, object; grant, deny; or the reason's kind for refused and returned. */
  @Column('varchar', { length: 20, nullable: true })
  outcome!: string | null;

  @Column('text', { default: '' })
  opinion!: string;

  @Column('jsonb')
  points!: StoredPoint[];

  @Column('timestamptz', { nullable: true })
  draftSavedAt!: Date | null;

  /** Working days of the step (R1.5). */
  @Column('integer')
  stepLimit!: number;

  @Column('date', { nullable: true })
  stepStartedOn!: string | null;

  @Column('date', { nullable: true })
  stepDue!: string | null;

  @Column('boolean', { default: false })
  stepProvisional!: boolean;

  @Column('date', { nullable: true })
  statutoryDue!: string | null;

  @Column('date', { nullable: true })
  promisedDue!: string | null;

  /** The nearest of the three; 9999-12-31 where there is none, so that the key is never null. */
  @Column('date')
  nearestDue!: string;

  @Column('boolean', { default: false })
  paused!: boolean;

  @Column('timestamptz')
  receivedAt!: Date;

  /** R5.7: day of the holder's last act, or of entering the pool. */
  @Column('date', { nullable: true })
  idleSince!: string | null;

  @Column('varchar', { length: 21 })
  caseNo!: string;

  @Column('varchar', { length: 200 })
  title!: string;

  @Column('uuid')
  itemId!: string;

  @Column('varchar', { length: 120 })
  itemName!: string;
}
