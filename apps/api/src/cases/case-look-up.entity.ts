import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** R11: what a clerk of another hall found by exact number or by the person at the counter. The audit trail keeps every look-up; this, the latest. */
@Entity('case_look_up')
@Index('case_look_up_case_id_idx', ['caseId'])
export class CaseLookUp {
  @PrimaryColumn('uuid')
  staffId!: string;

  @PrimaryColumn('uuid')
  caseId!: string;

  @Column('timestamptz')
  at!: Date;
}
