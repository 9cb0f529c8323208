import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** What became of one task of a batch. */
@Entity('desk_batch_item')
export class DeskBatchItem {
  @ForeignKey('DeskBatch')
  @PrimaryColumn('uuid')
  batchId!: string;

  @PrimaryColumn('integer')
  position!: number;

  @Column('uuid')
  taskId!: string;

  @Column('varchar', { length: 8 })
  state!: 'waiting' | 'done' | 'failed';

  @Column('varchar', { length: 60, nullable: true })
  code!: string | null;

  @Column('varchar', { length: 300, nullable: true })
  message!: string | null;
}
