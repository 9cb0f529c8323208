import { Column, ForeignKey, PrimaryColumn } from 'typeorm';

/** What a special procedure and an extension have in common: asked for on a task, decided by a chief, told by a notice. */
export abstract class ClockRequest {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey('Case')
  @Column('uuid')
  caseId!: string;

  /** The step on which it was asked for. */
  @Column('uuid')
  taskId!: string;

  /** The lead department, whose chief says yes. */
  @Column('uuid')
  departmentId!: string;

  @Column('varchar', { length: 500 })
  reason!: string;

  @Column('uuid')
  requestedBy!: string;

  @Column('timestamptz')
  requestedAt!: Date;

  @Column('uuid', { nullable: true })
  decidedBy!: string | null;

  @Column('timestamptz', { nullable: true })
  decidedAt!: Date | null;

  /** Of a refusal. */
  @Column('varchar', { length: 500, nullable: true })
  decisionReason!: string | null;

  @ForeignKey('Notice')
  @Column('uuid', { nullable: true })
  noticeId!: string | null;
}
