import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** One batch of a run: the open cases with ids in (after, through]. Locked by its worker, done once, in one transaction. */
@Entity('calendar_slice')
export class CalendarSlice {
  @ForeignKey('CalendarRun')
  @PrimaryColumn('uuid')
  runId!: string;

  @PrimaryColumn('integer')
  position!: number;

  @Column('uuid')
  afterId!: string;

  @Column('uuid')
  throughId!: string;

  @Column('timestamptz', { nullable: true })
  doneAt!: Date | null;

  /** Open cases when it was cut. */
  @Column('integer')
  cases!: number;

  /** Cases of which a date moved. */
  @Column('integer', { default: 0 })
  moved!: number;
}
