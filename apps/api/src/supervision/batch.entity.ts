import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A bulk action: one row here, one transaction per task, resumable after a kill. */
@Entity('batch')
@Index('batch_running', ['id'], { where: `state = 'running'` })
export class Batch {
  @PrimaryColumn('uuid')
  id!: string;

  /** 20261029-07 */
  @Index({ unique: true })
  @Column('varchar', { length: 20 })
  number!: string;

  @Column('varchar', { length: 12 })
  kind!: 'reassign';

  @Column('varchar', { length: 10 })
  state!: 'running' | 'finished';

  @Column('varchar', { length: 300 })
  reason!: string;

  @Column('uuid')
  createdBy!: string;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz', { nullable: true })
  finishedAt!: Date | null;

  @Column('integer')
  total!: number;

  @Column('integer', { default: 0 })
  notified!: number;
}
