import type { LicenceView } from '@onewindow/contracts';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** 电子证照 in the local registry. Whose it is, is known by the keyed index of the holder's number (R10.2). */
@Entity('licence')
@Index('licence_holder', ['holderIndex', 'type', 'id'])
export class Licence {
  @PrimaryColumn('uuid')
  id!: string;

  /** Code by which items ask for it. */
  @Column('varchar', { length: 40 })
  type!: string;

  @Column('varchar', { length: 120 })
  name!: string;

  /** As printed; masked where it is the number of a person. */
  @Column('varchar', { length: 80 })
  number!: string;

  @Column('varchar', { length: 12 })
  holderIdentityType!: LicenceView['holderIdentityType'];

  @Column('text')
  holderSealed!: string;

  @Column('varchar', { length: 64 })
  holderIndex!: string;

  @Column('varchar', { length: 40 })
  holderMasked!: string;

  @Column('varchar', { length: 100 })
  holderName!: string;

  @Column('varchar', { length: 120 })
  issuer!: string;

  @Column('date', { nullable: true })
  issuedOn!: string | null;

  @Column('date', { nullable: true })
  validFrom!: string | null;

  /** Its last day; null without end. */
  @Column('date', { nullable: true })
  validUntil!: string | null;

  @Column('date', { nullable: true })
  revokedOn!: string | null;

  /** Printed values for prefilling; never a number of a person. */
  @Column('jsonb')
  fields!: LicenceView['fields'];

  @Column('varchar', { length: 200, nullable: true })
  fileName!: string | null;

  @Column('varchar', { length: 60, nullable: true })
  fileMediaType!: string | null;

  @Column('integer', { nullable: true })
  fileSize!: number | null;

  @Column('varchar', { length: 64, nullable: true })
  fileSha256!: string | null;

  /** The result of this system that it is; null for licences of others. */
  @ForeignKey('Result')
  @Index({ unique: true })
  @Column('uuid', { nullable: true })
  resultId!: string | null;

  @Column('timestamptz')
  createdAt!: Date;
}
