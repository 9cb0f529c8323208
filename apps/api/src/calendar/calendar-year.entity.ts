import type { CalendarEntry } from '@onewindow/domain';
import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** A year whose notice was loaded here (R1.2); years of the calendar package need no row. */
@Entity('calendar_year')
export class CalendarYear {
  @PrimaryColumn('integer')
  year!: number;

  /** The days that are not what their weekday says. */
  @Column('jsonb')
  days!: CalendarEntry[];

  /** Number of the State Council's notice, or where it came from. */
  @Column('varchar', { length: 120 })
  source!: string;

  @ForeignKey('Staff')
  @Column('uuid')
  loadedBy!: string;

  @Column('timestamptz')
  loadedAt!: Date;
}
