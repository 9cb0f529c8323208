import type { CorrectedPoint, CorrectionStatus } from '@onewindow/domain';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** What was asked for: a material or a field, with what is wrong with it. */
export interface StoredPointAsked {
  kind: 'material' | 'field';
  /** Code of the material, key of the field. */
  key: string;
  name: string;
  reason: string;
}

/** 审查中补正: what the holder of a task asked of the applicant during review, and what came of it (R3.3). */
@Entity('correction')
@Index('correction_case', ['caseId', 'id'])
// 跟进 of the hall: what is still to come, by its day. A plain case never has one.
@Index('correction_awaited', ['hallId', 'dueOn', 'id'], { where: `status = 'open'` })
export class Correction {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey('Case')
  @Column('uuid')
  caseId!: string;

  @ForeignKey('ReviewTask')
  @Column('uuid')
  taskId!: string;

  @Column('varchar', { length: 40 })
  stepName!: string;

  /** The receiving hall, whose counter takes the new papers in. */
  @Column('uuid')
  hallId!: string;

  @Column('varchar', { length: 10 })
  status!: CorrectionStatus;

  @ForeignKey('Staff')
  @Column('uuid')
  askedBy!: string;

  @Column('timestamptz')
  askedAt!: Date;

  /** The day by which they are asked for. Nothing ends by it. */
  @Column('date')
  dueOn!: string;

  @Column('jsonb')
  points!: StoredPointAsked[];

  /** What was brought, with what stood there before; null until then. Numbers of persons are left out. */
  @Column('jsonb', { nullable: true })
  brought!: CorrectedPoint[] | null;

  @Column('timestamptz', { nullable: true })
  closedAt!: Date | null;

  @Column('uuid', { nullable: true })
  closedBy!: string | null;
}
