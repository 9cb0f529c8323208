import type { NoticeKind } from '@onewindow/contracts';
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

  @Column('varchar', { length: 20 })
  kind!: NoticeKind;

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

  /** SHA-256 of the original's bytes as they were printed first; whoever changes a byte is found by the verifier. */
  @Column('varchar', { length: 64, nullable: true })
  sha256!: string | null;
}
