import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The mark that somebody was told: written with the message, so that no rerun and no second worker tells it again. */
@Entity('reminder')
export class Reminder {
  @PrimaryColumn('varchar', { length: 20 })
  kind!: 'stepYellow' | 'stepRed' | 'uncollected' | 'supplement' | 'pauseEnd' | 'calendarYear' | 'outageFuse';

  /** The task, the case, or the special procedure; whom it is told of a year without its calendar. */
  @PrimaryColumn('uuid')
  subjectId!: string;

  /** The law's day on which it fell due; a date that moves falls due anew. */
  @PrimaryColumn('date')
  dueOn!: string;

  /** Later than that where no worker ran. */
  @Column('date')
  sentOn!: string;
}
