import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** R10.5: a range of pre-numbered paper that a hall holds for outages. */
@Entity('outage_range')
@Check('outage_range_order', 'first >= 1 AND first <= last')
@Index('outage_range_hall', ['hallId', 'id'])
@Index('outage_range_prefix', ['prefix'])
export class OutagePaperRange {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey('Hall')
  @Column('uuid')
  hallId!: string;

  @Column('varchar', { length: 8 })
  prefix!: string;

  @Column('integer')
  first!: number;

  @Column('integer')
  last!: number;

  @Column('date')
  handedOutOn!: string;

  @Column('uuid')
  registeredBy!: string;

  @Column('timestamptz')
  registeredAt!: Date;
}
