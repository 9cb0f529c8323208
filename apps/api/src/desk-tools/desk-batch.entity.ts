import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Like cases finished with one opinion: one row here, one transaction for each, resumable after a kill. */
@Entity('desk_batch')
@Index('desk_batch_running', ['createdAt'], { where: `state = 'running'` })
export class DeskBatch {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('varchar', { length: 10 })
  state!: 'running' | 'finished';

  @Column('varchar', { length: 5 })
  outcome!: 'agree' | 'grant';

  @Column('uuid')
  itemId!: string;

  @Column('varchar', { length: 120 })
  itemName!: string;

  @Column('varchar', { length: 60 })
  stepKey!: string;

  @Column('varchar', { length: 40 })
  stepName!: string;

  @Column('text')
  opinion!: string;

  /** The officer who ordered it: actor of every event. */
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
}
