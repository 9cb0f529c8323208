import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** 拟办: the decision that an officer has drafted with the review and sent up. The decision itself is the chief's. */
@Entity('drafted_decision')
@Index('drafted_decision_case', ['caseId'])
export class DraftedDecision {
  /** The review that it came with; sent up again after a retrieval, it replaces the first. */
  @PrimaryColumn('uuid')
  taskId!: string;

  @Column('uuid')
  caseId!: string;

  @Column('varchar', { length: 5 })
  decision!: 'grant' | 'deny';

  @Column('varchar', { length: 2000, nullable: true })
  reason!: string | null;

  @Column('text')
  opinion!: string;

  @Column('uuid')
  draftedBy!: string;

  @Column('timestamptz')
  draftedAt!: Date;
}
