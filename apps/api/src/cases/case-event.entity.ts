import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One step of a case's story, chained by hash (R10.1). The application's role can only insert. No identity or phone number, ever. */
@Entity('case_event')
@Index('case_event_at', ['at'])
export class CaseEvent {
  @PrimaryColumn('uuid')
  caseId!: string;

  @PrimaryColumn('integer')
  seq!: number;

  @Column('varchar', { length: 40 })
  action!: string;

  @Column('timestamptz')
  at!: Date;

  /** Null when the system acts. */
  @Column('uuid', { nullable: true })
  actorId!: string | null;

  @Column('varchar', { length: 60 })
  actorName!: string;

  @Column('varchar', { length: 20, nullable: true })
  actorNo!: string | null;

  /** Hall and counter, or department. */
  @Column('varchar', { length: 100, nullable: true })
  place!: string | null;

  @Column('varchar', { length: 45, nullable: true })
  ip!: string | null;

  @Column('varchar', { length: 16, nullable: true })
  fromStatus!: string | null;

  @Column('varchar', { length: 16, nullable: true })
  toStatus!: string | null;

  @Column('uuid', { nullable: true })
  taskId!: string | null;

  @Column('jsonb')
  data!: Record<string, unknown>;

  @Column('varchar', { length: 64 })
  previousHash!: string;

  @Column('varchar', { length: 64 })
  hash!: string;
}
