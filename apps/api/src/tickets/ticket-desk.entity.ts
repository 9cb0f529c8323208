import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a counter must remember between calls; its row is locked while it calls. */
@Entity('ticket_desk')
export class TicketDesk {
  @PrimaryColumn('uuid')
  counterId!: string;

  /** How many of the priority lane it called in a row. */
  @Column('integer')
  priorityRun!: number;
}
