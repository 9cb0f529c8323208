import { Column, Entity, PrimaryColumn } from 'typeorm';

/** When a sweep last ran, over all processes. */
@Entity('sweep_run')
export class SweepRunEntity {
  @PrimaryColumn('text')
  name!: string;

  @Column('timestamptz')
  lastRunAt!: Date;

  /** Where a sweep that walks in steps goes on; null at the beginning. */
  @Column('text', { nullable: true })
  place!: string | null;
}
