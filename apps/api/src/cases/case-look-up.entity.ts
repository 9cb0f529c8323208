import { Column, Entity, PrimaryColumn } from 'typeorm';

/** R11: what a clerk of another hall found by exact number or by the person at the counter. The audit trail keeps every look-up; this, the latest. */
@Entity('case_look_up')
export class CaseLookUp {
  @PrimaryColumn('uuid')
  staffId!: string;

  @PrimaryColumn('uuid')
  caseId!: string;

  @Column('timestamptz')
  at!: Date;
}
