import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** 结果 of a decided case: the document, or the notice of a denial, which is served like one. */
@Entity('result')
export class Result {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey('Case')
  @Index({ unique: true })
  @Column('uuid')
  caseId!: string;

  @Column('varchar', { length: 60 })
  name!: string;

  /** 文号, per department, kind and year. */
  @Index({ unique: true })
  @Column('varchar', { length: 60 })
  number!: string;

  @Column('boolean')
  electronic!: boolean;

  @Column('boolean')
  denial!: boolean;

  @Column('date', { nullable: true })
  validFrom!: string | null;

  @Column('date', { nullable: true })
  validUntil!: string | null;

  @Column('timestamptz')
  issuedAt!: Date;

  @Column('uuid', { nullable: true })
  issuedBy!: string | null;

  /** Where the paper lies (R6.2). */
  @Column('varchar', { length: 100, nullable: true })
  place!: string | null;

  /** All that the document prints, fixed when it was issued. Holds no identity or phone number. */
  @Column('jsonb')
  content!: Record<string, unknown>;

  /** Why it can't be printed, in Chinese; null while nothing is wrong. */
  @Column('varchar', { length: 300, nullable: true })
  problem!: string | null;

  /** The rendered document; null until the worker has made it. */
  @Column('uuid', { nullable: true })
  fileId!: string | null;
}
