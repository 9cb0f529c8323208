import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** 文书: numbered and dated with the command that made it; rendered by the worker, once. */
@Entity('notice')
@Index('notice_case', ['caseId'])
export class Notice {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey('Case')
  @Column('uuid')
  caseId!: string;

  @Column('varchar', { length: 12 })
  kind!: 'receipt' | 'acceptance' | 'supplement' | 'decline' | 'withdrawal' | 'decision' | 'commitment';

  @Column('varchar', { length: 60 })
  title!: string;

  @Index({ unique: true })
  @Column('varchar', { length: 60 })
  number!: string;

  @Column('timestamptz')
  issuedAt!: Date;

  @Column('uuid', { nullable: true })
  issuedBy!: string | null;

  /** All that the document prints, fixed when it was issued. Holds no identity or phone number. */
  @Column('jsonb')
  content!: Record<string, unknown>;

  /** Why it can't be printed, in Chinese, such as a character that the typeface lacks; null while nothing is wrong. */
  @Column('varchar', { length: 300, nullable: true })
  problem!: string | null;

  /** case_file of the PDF; null until rendered. */
  @Column('uuid', { nullable: true })
  fileId!: string | null;
}
