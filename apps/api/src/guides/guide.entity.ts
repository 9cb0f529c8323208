import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** 一次告知单: what an item asks for under a visitor's answers, handed out before anything is received. No person stands in it. */
@Entity('guide')
export class Guide {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey('ItemVersion')
  @Column('uuid')
  itemVersionId!: string;

  @ForeignKey('Hall')
  @Column('uuid')
  hallId!: string;

  @Index({ unique: true })
  @Column('varchar', { length: 60 })
  number!: string;

  /** Carried by the QR code: opens the sheet on a phone. Nobody can guess it. */
  @Index({ unique: true })
  @Column('varchar', { length: 40 })
  token!: string;

  @Column('timestamptz')
  issuedAt!: Date;

  @Column('uuid')
  issuedBy!: string;

  /** All that the sheet prints, fixed when it was handed out. */
  @Column('jsonb')
  content!: Record<string, unknown>;

  /** Of the kept bytes; null until the sheet is drawn. */
  @Column('varchar', { length: 64, nullable: true })
  sha256!: string | null;

  @Column('integer', { nullable: true })
  size!: number | null;
}
