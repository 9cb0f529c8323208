import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** The answer that a person's command gave under a key; kept 7 days. */
@Entity('idempotency_key')
export class IdempotencyKeyEntity {
  @PrimaryColumn('uuid')
  actorId!: string;

  @PrimaryColumn('uuid')
  key!: string;

  @Column('text')
  requestHash!: string;

  @Column('json', { nullable: true })
  answer!: unknown;

  @Index('idempotency_key_created_at')
  @Column('timestamptz')
  createdAt!: Date;
}
