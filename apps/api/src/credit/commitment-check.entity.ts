import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** 告知承诺 of an accepted case: what was promised in place of a proof, and what the check afterwards found. */
@Entity('commitment_check')
@Check('commitment_check_outcome', `outcome IN ('true', 'untrue')`)
@Check('commitment_check_whole', `(outcome IS NULL) = (checked_at IS NULL)`)
@Index('commitment_check_open', ['departmentId', 'promisedOn', 'caseId', 'code'], { where: 'outcome IS NULL' })
@Index('commitment_check_untrue', ['applicantId'], { where: `outcome = 'untrue'` })
export class CommitmentCheck {
  @ForeignKey('Case')
  @PrimaryColumn('uuid')
  caseId!: string;

  @PrimaryColumn('varchar', { length: 40 })
  code!: string;

  @Column('varchar', { length: 120 })
  materialName!: string;

  /** What the promise stands for, as it was signed. */
  @Column('varchar', { length: 300 })
  words!: string;

  @ForeignKey('Applicant')
  @Column('uuid')
  applicantId!: string;

  /** The lead department, which checks. */
  @ForeignKey('Department')
  @Column('uuid')
  departmentId!: string;

  /** The day of acceptance. */
  @Column('date')
  promisedOn!: string;

  /** `untrue` stays on the applicant's record; null until it was checked. */
  @Column('varchar', { length: 6, nullable: true })
  outcome!: 'true' | 'untrue' | null;

  @Column('timestamptz', { nullable: true })
  checkedAt!: Date | null;

  @Column('uuid', { nullable: true })
  checkedBy!: string | null;

  /** How it was checked, what was found. */
  @Column('varchar', { length: 500, nullable: true })
  finding!: string | null;
}
