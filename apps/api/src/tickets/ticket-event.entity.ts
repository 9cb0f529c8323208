import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** What happened to a ticket: of these, waiting and handling times are counted by counter and person. Holds nothing of the applicant. */
@Entity('ticket_event')
export class TicketEvent {
  @ForeignKey('Ticket')
  @PrimaryColumn('uuid')
  ticketId!: string;

  @PrimaryColumn('integer')
  seq!: number;

  @Column('varchar', { length: 10 })
  action!: string;

  @Column('timestamptz')
  at!: Date;

  @Column('uuid', { nullable: true })
  counterId!: string | null;

  @Column('uuid', { nullable: true })
  staffId!: string | null;

  @Column('jsonb')
  detail!: Record<string, unknown>;
}
