import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One line of the audit trail. The application's role may only insert and read. */
@Entity('audit_entry')
@Index('audit_entry_action', ['action', 'id'])
@Index('audit_entry_actor', ['actorId', 'id'])
export class AuditEntryEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('timestamptz')
  at!: Date;

  @Column('text')
  action!: string;

  @Column('uuid', { nullable: true })
  actorId!: string | null;

  @Column('text', { nullable: true })
  ip!: string | null;

  @Column('text', { nullable: true })
  subjectType!: string | null;

  @Column('text', { nullable: true })
  subjectId!: string | null;

  @Column('jsonb')
  detail!: Record<string, unknown>;
}
