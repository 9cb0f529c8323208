import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A business that a hall gives numbers for. P is the letter of the priority lane, whatever the business. */
@Entity('ticket_kind')
@Index(['hallId', 'letter'], { unique: true })
@Check('ticket_kind_letter', `letter ~ '^[A-OQ-Z]$'`)
export class TicketKind {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey('Hall')
  @Column('uuid')
  hallId!: string;

  @Column('varchar', { length: 1 })
  letter!: string;

  @Column('varchar', { length: 40 })
  name!: string;

  /** Always in the priority lane, as 高龄津贴. */
  @Column('boolean', { default: false })
  priority!: boolean;

  /** Minutes that one ticket takes, until the day's own figures say better. */
  @Column('integer')
  minutes!: number;

  /** `HH:mm` in Shanghai: the first minute in which numbers are given. */
  @Column('varchar', { length: 5 })
  opensAt!: string;

  /** The first minute after; 24:00 for the whole day. */
  @Column('varchar', { length: 5 })
  closesAt!: string;

  /** Chinese: why no numbers are given for now; null when they are. */
  @Column('varchar', { length: 60, nullable: true })
  closedReason!: string | null;

  /** Place on the kiosk, from 1. */
  @Column('integer')
  position!: number;
}
