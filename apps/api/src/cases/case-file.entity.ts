import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A file of a case: page of a material, a rendered notice, or a result. The bytes lie in the FileStore under their SHA-256. */
@Entity('case_file')
@Index('case_file_case', ['caseId', 'materialCode', 'id'])
export class CaseFile {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey('Case')
  @Column('uuid')
  caseId!: string;

  /** Null for notices and results. */
  @Column('varchar', { length: 40, nullable: true })
  materialCode!: string | null;

  @Column('varchar', { length: 200 })
  name!: string;

  @Column('varchar', { length: 60 })
  mediaType!: string;

  @Column('integer')
  size!: number;

  @Column('varchar', { length: 64 })
  sha256!: string;

  /** R7: of a file that was used again; copies of it carry a watermark. */
  @Column('uuid', { nullable: true })
  libraryId!: string | null;

  @Column('uuid', { nullable: true })
  addedBy!: string | null;

  @Column('timestamptz')
  addedAt!: Date;
}
