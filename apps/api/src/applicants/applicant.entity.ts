import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** 申请人. Numbers are sealed; the keyed index finds them (R10.2). Two people of one name never mix: the number is the key. */
@Entity('applicant')
@Index(['identityType', 'identityIndex'], { unique: true })
@Index('applicant_representative', ['representativeIdentityIndex'], { where: 'representative_identity_index IS NOT NULL' })
export class Applicant {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('varchar', { length: 10 })
  kind!: 'natural' | 'legal';

  /** In byte order, so that a prefix is a range of the index. */
  @Index()
  @Column({ type: 'varchar', length: 100, collation: 'C' })
  name!: string;

  @Column('varchar', { length: 12 })
  identityType!: 'idCard' | 'passport' | 'creditCode' | 'other';

  @Column('text')
  identitySealed!: string;

  @Column('varchar', { length: 64 })
  identityIndex!: string;

  @Column('varchar', { length: 40 })
  identityMasked!: string;

  @Column('text', { nullable: true })
  phoneSealed!: string | null;

  @Index()
  @Column('varchar', { length: 64, nullable: true })
  phoneIndex!: string | null;

  @Column('varchar', { length: 20, nullable: true })
  phoneMasked!: string | null;

  @Column('varchar', { length: 200, nullable: true })
  address!: string | null;

  @Column('varchar', { length: 60, nullable: true })
  representativeName!: string | null;

  @Column('text', { nullable: true })
  representativeIdentitySealed!: string | null;

  @Column('varchar', { length: 64, nullable: true })
  representativeIdentityIndex!: string | null;

  @Column('varchar', { length: 40, nullable: true })
  representativeIdentityMasked!: string | null;

  /** Of the first release, which graded nobody; grades stand in `credit_grade` now and nothing reads this. */
  @Column('varchar', { length: 1, default: 'B' })
  creditGrade!: 'A' | 'B' | 'C';

  /** R8.2: why a credit code that fails its check was taken all the same. */
  @Column('varchar', { length: 200, nullable: true })
  identityOverrideReason!: string | null;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz')
  updatedAt!: Date;
}
