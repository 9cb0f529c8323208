import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Ties one audit entry into the chain, shortly after its commit: an entry changed or removed later is found. */
@Entity('audit_link')
@Index('audit_link_entry_id', ['entryId'], { unique: true })
export class AuditLinkEntity {
  @PrimaryColumn('bigint')
  seq!: string;

  @Column('uuid')
  entryId!: string;

  /** SHA-256 over the previous link's hash and the entry. */
  @Column('text')
  hash!: string;
}
