import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A change of the calendar, and the work of computing every open case anew (R1.2). */
@Entity('calendar_run')
@Index('calendar_run_version', ['version'], { unique: true })
@Index('calendar_run_unfinished', ['id'], { where: 'settled_at IS NULL' })
export class CalendarRun {
  @PrimaryColumn('uuid')
  id!: string;

  /** Of the calendar: one more with every change. */
  @Column('integer')
  version!: number;

  /** What was changed. */
  @Column('varchar', { length: 300 })
  words!: string;

  /** Why a date moves: this change, and those whose runs it superseded. */
  @Column('varchar', { length: 600 })
  because!: string;

  @Column('varchar', { length: 10 })
  state!: 'waiting' | 'running' | 'finished' | 'superseded';

  /** Open cases at its start. */
  @Column('integer', { nullable: true })
  total!: number | null;

  /** Null: ordered by the system, for a notice that came with a release. */
  @ForeignKey('Staff')
  @Column('uuid', { nullable: true })
  createdBy!: string | null;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz', { nullable: true })
  startedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;

  /** When the cases accepted with an old calendar while it ran were computed too. */
  @Column('timestamptz', { nullable: true })
  settledAt!: Date | null;
}
