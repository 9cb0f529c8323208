import type { CreditGrade as Grade } from '@onewindow/domain';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** 信用等级 of a person or company, as it was told on a day. Rows are added, never changed: the latest day counts, the others are history. */
@Entity('credit_grade')
@Check('credit_grade_letter', `grade IN ('A', 'B', 'C')`)
@Index('credit_grade_person', ['identityType', 'identityIndex', 'gradedOn', 'id'])
export class CreditGrade {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('varchar', { length: 12 })
  identityType!: 'idCard' | 'passport' | 'creditCode' | 'other';

  @Column('text')
  identitySealed!: string;

  @Column('varchar', { length: 64 })
  identityIndex!: string;

  @Column('varchar', { length: 40 })
  identityMasked!: string;

  @Column('varchar', { length: 100 })
  name!: string;

  @Column('varchar', { length: 1 })
  grade!: Grade;

  @Column('date')
  gradedOn!: string;

  /** Who graded: 临江区信用办. */
  @Column('varchar', { length: 60 })
  source!: string;

  @Column('timestamptz')
  importedAt!: Date;
}
