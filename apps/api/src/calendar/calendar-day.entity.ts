import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An administrator's word on one day, over the published calendar (R1.2). */
@Entity('calendar_day')
export class CalendarDay {
  @PrimaryColumn('date')
  day!: string;

  @Column('varchar', { length: 4 })
  kind!: 'work' | 'off';

  @Column('varchar', { length: 100 })
  reason!: string;

  @Column('uuid', { nullable: true })
  editedBy!: string | null;

  @Column('timestamptz', { nullable: true })
  editedAt!: Date | null;
}
