import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** 取件: who took the result, how they were checked, and their signature (R6.1). */
@Entity('pickup')
@Index('pickup_hall', ['hallId', 'at', 'id'])
export class Pickup {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey('Case')
  @Index({ unique: true })
  @Column('uuid')
  caseId!: string;

  @ForeignKey('Result')
  @Column('uuid')
  resultId!: string;

  @Column('uuid')
  hallId!: string;

  @Column('timestamptz')
  at!: Date;

  @Column('varchar', { length: 8 })
  method!: 'window' | 'post' | 'cabinet';

  /** R6.2: of a parcel. */
  @Column('varchar', { length: 40, nullable: true })
  carrier!: string | null;

  @Column('varchar', { length: 40, nullable: true })
  trackingNo!: string | null;

  @Column('varchar', { length: 200, nullable: true })
  address!: string | null;

  /** R6.2: of what lies in a cabinet. */
  @Column('varchar', { length: 40, nullable: true })
  cabinet!: string | null;

  @Column('varchar', { length: 20, nullable: true })
  box!: string | null;

  @Column('varchar', { length: 5 })
  relation!: 'self' | 'agent';

  @Column('varchar', { length: 60 })
  collectorName!: string;

  @Column('text')
  collectorIdentitySealed!: string;

  @Column('varchar', { length: 40 })
  collectorIdentityMasked!: string;

  @Column('varchar', { length: 200, nullable: true })
  authority!: string | null;

  @Column('bytea')
  signaturePng!: Buffer;

  @Column('uuid')
  handedOverBy!: string;
}
