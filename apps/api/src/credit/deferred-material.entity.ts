import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** 容缺材料: the promise with which a case was accepted, and what became of it (R4.3, R4.4). */
@Entity('deferred_material')
@Index('deferred_material_waiting', ['hallId', 'dueOn', 'caseId', 'code'], { where: 'settled_at IS NULL' })
@Index('deferred_material_due', ['dueOn', 'caseId', 'code'], { where: 'settled_at IS NULL AND unkept_on IS NULL' })
@Index('deferred_material_applicant', ['applicantId'], { where: 'unkept_on IS NOT NULL' })
@Index('deferred_material_barred', ['districtCode', 'unkeptOn', 'caseId', 'code'], {
  where: 'unkept_on IS NOT NULL AND lifted_at IS NULL',
})
export class DeferredMaterial {
  @ForeignKey('Case')
  @PrimaryColumn('uuid')
  caseId!: string;

  @PrimaryColumn('varchar', { length: 40 })
  code!: string;

  @Column('varchar', { length: 120 })
  materialName!: string;

  @ForeignKey('Applicant')
  @Column('uuid')
  applicantId!: string;

  /** The receiving hall, which takes it in. */
  @ForeignKey('Hall')
  @Column('uuid')
  hallId!: string;

  @Column('varchar', { length: 6 })
  districtCode!: string;

  /** The day of acceptance. */
  @Column('date')
  promisedOn!: string;

  @Column('date')
  dueOn!: string;

  /** R4.3: the arrival counts, not the clerk's look at it. */
  @Column('date', { nullable: true })
  arrivedOn!: string | null;

  /** Taken in and qualified, or no longer owed because the case ended. */
  @Column('timestamptz', { nullable: true })
  settledAt!: Date | null;

  /** R4.4: the day after its last one, however late it was found. */
  @Column('date', { nullable: true })
  unkeptOn!: string | null;

  /** A supervisor lifted the bar that the unkept promise put on the applicant. */
  @Column('timestamptz', { nullable: true })
  liftedAt!: Date | null;

  @Column('uuid', { nullable: true })
  liftedBy!: string | null;

  @Column('varchar', { length: 500, nullable: true })
  liftReason!: string | null;
}
