import type { TrustLevel } from '@onewindow/domain';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A file of an entry. The bytes lie in the FileStore under their SHA-256, the same that the case of origin has. */
export interface LibraryFile {
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: string;
}

/** 材料共享库: what an applicant handed in once, by kind and version. The applicant is found by the keyed index of their number. */
@Entity('material_library')
@Index('material_library_shelf', ['applicantId', 'libraryKey', 'version'], { unique: true })
@Index('material_library_licence', ['applicantId', 'licenceId'], { unique: true, where: 'licence_id IS NOT NULL' })
export class MaterialLibrary {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey('Applicant')
  @Column('uuid')
  applicantId!: string;

  /** The legal representative's, where it is not the applicant's own. */
  @Column('varchar', { length: 100, nullable: true })
  holderName!: string | null;

  @Column('varchar', { length: 40 })
  libraryKey!: string;

  /** From 1; the newest of a key is the one that is offered. */
  @Column('integer')
  version!: number;

  @Column('varchar', { length: 120 })
  name!: string;

  /** R7. A C that was compared with its original becomes a B. */
  @Column('varchar', { length: 1 })
  trustLevel!: TrustLevel;

  @Column('varchar', { length: 100, nullable: true })
  issuer!: string | null;

  @Column('date', { nullable: true })
  issuedOn!: string | null;

  /** Last day of validity; null without end. */
  @Column('date', { nullable: true })
  validThrough!: string | null;

  @ForeignKey('Case')
  @Column('uuid', { nullable: true })
  sourceCaseId!: string | null;

  /** The licence it stands for, when the registry is its source. */
  @Column('uuid', { nullable: true })
  licenceId!: string | null;

  @Column('jsonb')
  files!: LibraryFile[];

  @Column('uuid', { nullable: true })
  verifiedBy!: string | null;

  @Column('timestamptz', { nullable: true })
  verifiedAt!: Date | null;

  @Column('timestamptz')
  addedAt!: Date;
}
