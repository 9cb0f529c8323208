import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A job that a commit asked for. It stays here until processed, whatever becomes of the queue. */
@Entity('outbox_message')
@Index('outbox_message_waiting', { synchronize: false })
@Index('outbox_message_unprocessed', { synchronize: false })
@Index('outbox_message_topic', { synchronize: false })
@Index('outbox_message_dead', { synchronize: false })
@Index('outbox_message_processed', { synchronize: false })
export class OutboxMessageEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  topic!: string;

  @Column('jsonb')
  payload!: Record<string, unknown>;

  @Column('timestamptz')
  createdAt!: Date;

  /** When it was last given to the queue. */
  @Column('timestamptz', { nullable: true })
  relayedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  processedAt!: Date | null;

  /** When its last attempt failed for good; an administrator sees it and may send it again. */
  @Column('timestamptz', { nullable: true })
  deadAt!: Date | null;

  @Column('text', { nullable: true })
  lastError!: string | null;
}
