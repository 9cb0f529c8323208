import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** What happened to one task of a bulk action. */
@Entity('batch_item')
export class BatchItem {
  @ForeignKey('Batch')
  @PrimaryColumn('uuid')
  batchId!: string;

  @PrimaryColumn('integer')
  position!: number;

  @Column('uuid')
  taskId!: string;

  /** Who held the task when the order was given; null in a pool. If somebody else holds it by then, they were first. */
  @Column('uuid', { nullable: true })
  seenHolderId!: string | null;

  /** Whom the plan gives it to; null when it was excluded beforehand. */
  @Column('uuid', { nullable: true })
  plannedHolderId!: string | null;

  @Column('varchar', { length: 8 })
  state!: 'waiting' | 'done' | 'failed';

  @Column('varchar', { length: 60, nullable: true })
  code!: string | null;

  @Column('varchar', { length: 300, nullable: true })
  message!: string | null;

  @Column('uuid', { nullable: true })
  fromHolderId!: string | null;

  @Column('uuid', { nullable: true })
  toHolderId!: string | null;
}
