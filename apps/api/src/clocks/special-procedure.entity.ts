import type { ProcedureStatus, SpecialProcedureKind } from '@onewindow/domain';
import { Check, Column, Entity, ForeignKey, Index } from 'typeorm';
import { ClockRequest } from './clock-request.js';

const OPEN = `status IN ('requested', 'running')`;

/** 特别程序 (R3): what stopped the clocks of a case, on which law, and what came of it. What the clocks need of it lies in `cases.halts` too. */
@Entity('special_procedure')
@Check('special_procedure_ends_after_start', 'ended_on >= started_on')
@Index('special_procedure_case', ['caseId', 'id'])
@Index('special_procedure_once', ['caseId', 'kind'], { unique: true, where: OPEN })
@Index('special_procedure_open', ['departmentId', 'status', 'announcedEnd', 'id'], { where: OPEN })
@Index('special_procedure_renewal', ['renewOn', 'caseId'], { where: 'renew_on IS NOT NULL' })
export class SpecialProcedure extends ClockRequest {
  @Column('varchar', { length: 16 })
  kind!: SpecialProcedureKind;

  @Column('varchar', { length: 300 })
  basis!: string;

  /** Announced duration in days of `unit`. */
  @Column('integer')
  days!: number;

  @Column('varchar', { length: 8 })
  unit!: 'calendar' | 'working';

  @Column('varchar', { length: 10 })
  status!: ProcedureStatus;

  /** Day of the notice; the clock stops on the day after (R3.2). */
  @Column('date', { nullable: true })
  startedOn!: string | null;

  @Column('date', { nullable: true })
  announcedEnd!: string | null;

  @Column('date', { nullable: true })
  endedOn!: string | null;

  @Column('uuid', { nullable: true })
  endedBy!: string | null;

  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;

  @Column('varchar', { length: 1000, nullable: true })
  outcome!: string | null;

  @ForeignKey('CaseFile')
  @Column('uuid', { nullable: true })
  documentId!: string | null;

  /** R1.7: day on which the stored dates of the case have to be looked at again; null when never more. */
  @Column('date', { nullable: true })
  renewOn!: string | null;
}
