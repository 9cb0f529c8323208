import { Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** A counter serves a business. */
@Entity('ticket_duty')
export class TicketDuty {
  @ForeignKey('Counter')
  @PrimaryColumn('uuid')
  counterId!: string;

  @ForeignKey('TicketKind')
  @PrimaryColumn('uuid')
  kindId!: string;
}
