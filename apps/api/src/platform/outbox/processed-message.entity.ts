import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Written by a job's own transaction: a redelivery of the message finds it and does nothing. */
@Entity('processed_message')
export class ProcessedMessageEntity {
  @PrimaryColumn('uuid')
  messageId!: string;

  @Column('timestamptz')
  processedAt!: Date;
}
