import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** 公示异议: what somebody objected during a public notice, and the answer. */
@Entity('procedure_objection')
@Index('procedure_objection_procedure', ['procedureId', 'id'])
export class ProcedureObjection {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey('SpecialProcedure')
  @Column('uuid')
  procedureId!: string;

  /** Who objected. */
  @Column('varchar', { length: 60 })
  byName!: string;

  @Column('varchar', { length: 1000 })
  words!: string;

  @Column('date')
  receivedOn!: string;

  @Column('uuid')
  recordedBy!: string;

  @Column('timestamptz')
  recordedAt!: Date;

  @Column('varchar', { length: 1000, nullable: true })
  answer!: string | null;

  @Column('uuid', { nullable: true })
  answeredBy!: string | null;

  @Column('timestamptz', { nullable: true })
  answeredAt!: Date | null;
}
