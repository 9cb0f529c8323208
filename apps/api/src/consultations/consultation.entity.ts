import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** 协办: what an officer asked another department; the answer, its clock and its holder lie on the task. */
@Entity('consultation')
@Index('consultation_case', ['caseId', 'taskId'])
export class Consultation {
  /** The task in the consulted department. */
  @ForeignKey('ReviewTask')
  @PrimaryColumn('uuid')
  taskId!: string;

  @ForeignKey('Case')
  @Column('uuid')
  caseId!: string;

  /** The task that asks and waits. */
  @Column('uuid')
  askingTaskId!: string;

  @ForeignKey('Staff')
  @Column('uuid')
  askedBy!: string;

  @Column('timestamptz')
  askedAt!: Date;

  @Column('varchar', { length: 500 })
  question!: string;

  @Column('varchar', { length: 300, nullable: true })
  withdrawnReason!: string | null;
}
