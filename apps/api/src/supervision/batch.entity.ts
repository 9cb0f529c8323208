import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A bulk action: one row here, one transaction per task, resumable after a kill. */
@Entity('batch')
export class Batch {
  @PrimaryColumn('uuid')
  id!: string;

  /** 20261029-07 */
  @Index({ unique: true })
  @Column('varchar', { length: 20 })
  number!: string;

  @Column('varchar', { length: 12 })
  kind!: 'reassign' | 'handoff' | 'evenOut';

  @Column('varchar', { length: 10 })
  state!: 'running' | 'finished';

  @Column('varchar', { length: 300 })
  reason!: string;

  /** District of the supervisor or chief who ordered it, and of its tasks: who may see it. */
  @Column('varchar', { length: 6 })
  districtCode!: string;

  /** Who ordered it: actor of every event. */
  @Column('uuid')
  createdBy!: string;

  /** Where the order came from; the events say so (R10.1). */
  @Column('varchar', { length: 45 })
  ip!: string;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz', { nullable: true })
  finishedAt!: Date | null;

  @Column('integer')
  total!: number;

  /** People who were told, counted when it finishes. */
  @Column('integer', { default: 0 })
  notified!: number;
}
