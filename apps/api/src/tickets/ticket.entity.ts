import type { TicketStatus } from '@onewindow/domain';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** 号: a place in the queue of one hall on one day. */
@Entity('ticket')
@Index(['hallId', 'day', 'letter', 'serial'], { unique: true })
@Index('ticket_queue', ['hallId', 'day', 'kindId', 'queuedAt', 'id'], { where: `status IN ('waiting', 'passed')` })
@Index('ticket_at_counter', ['counterId'], { unique: true, where: `status IN ('called', 'serving')` })
@Index('ticket_calls', ['hallId', 'day', 'lastCalledAt'])
// What the sweep of days that are over looks for.
@Index('ticket_open', ['day'], { where: `status IN ('waiting', 'called', 'serving', 'passed', 'skipped')` })
@Index('ticket_with_person', ['day'], { where: 'identity_sealed IS NOT NULL' })
export class Ticket {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey('Hall')
  @Column('uuid')
  hallId!: string;

  @Column('date')
  day!: string;

  @Column('varchar', { length: 1 })
  letter!: string;

  @Column('integer')
  serial!: number;

  @ForeignKey('TicketKind')
  @Column('uuid')
  kindId!: string;

  @Column('boolean')
  priority!: boolean;

  @Column('varchar', { length: 10 })
  status!: TicketStatus;

  /** Opens the page of waiting; nobody can guess it. */
  @Index({ unique: true })
  @Column('varchar', { length: 64 })
  token!: string;

  /** The device's own number of its request: a repeated one finds this ticket. */
  @Index({ unique: true })
  @Column('uuid')
  requestId!: string;

  @Column('timestamptz')
  takenAt!: Date;

  /** Decides the turn: when it was drawn, or queued up anew. */
  @Column('timestamptz')
  queuedAt!: Date;

  /** Waits since; null while a counter has it and after. */
  @Column('timestamptz', { nullable: true })
  waitingSince!: Date | null;

  /** Sent on to this counter: no other calls it. */
  @Column('uuid', { nullable: true })
  targetCounterId!: string | null;

  /** The counter that has it, or had it last. */
  @Column('uuid', { nullable: true })
  counterId!: string | null;

  @Column('uuid', { nullable: true })
  staffId!: string | null;

  /** When this counter called it first. */
  @Column('timestamptz', { nullable: true })
  calledAt!: Date | null;

  /** When it was called or recalled last: the order of the display. */
  @Column('timestamptz', { nullable: true })
  lastCalledAt!: Date | null;

  @Column('integer', { default: 0 })
  callCount!: number;

  @Column('timestamptz', { nullable: true })
  servingAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;

  /** Over all its turns. */
  @Column('integer', { default: 0 })
  waitedSeconds!: number;

  /** From call to end, over all its counters. */
  @Column('integer', { default: 0 })
  handledSeconds!: number;

  @Index()
  @Column('uuid', { nullable: true })
  caseId!: string | null;

  /** Given at the kiosk; gone when the day is over. */
  @Column('varchar', { length: 12, nullable: true })
  identityType!: string | null;

  @Column('text', { nullable: true })
  identitySealed!: string | null;

  @Column('varchar', { length: 64, nullable: true })
  identityIndex!: string | null;

  @Column('varchar', { length: 40, nullable: true })
  identityMasked!: string | null;
}
