import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The last number given of a series: per hall, day and letter. A new day begins at 1. */
@Entity('ticket_series')
export class TicketSeries {
  @PrimaryColumn('uuid')
  hallId!: string;

  @PrimaryColumn('date')
  day!: string;

  @PrimaryColumn('varchar', { length: 1 })
  letter!: string;

  @Column('integer')
  last!: number;
}
