import type { MaterialVerdict, TrustLevel } from '@onewindow/domain';
import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** 材料 that the case has for one requirement of its version; no row means missing. */
@Entity('case_material')
export class CaseMaterial {
  @ForeignKey('Case')
  @PrimaryColumn('uuid')
  caseId!: string;

  @PrimaryColumn('varchar', { length: 40 })
  code!: string;

  @Column('varchar', { length: 12 })
  verdict!: MaterialVerdict;

  /** What is wrong, in words that name the review points too. */
  @Column('varchar', { length: 3000, nullable: true })
  defect!: string | null;

  /** Of a faulty one: the review points that it fails, as the version words them; null where only words were written. */
  @Column('jsonb', { nullable: true })
  faultyPoints!: string[] | null;

  @Column('varchar', { length: 1, nullable: true })
  trustLevel!: TrustLevel | null;

  /** The day on which it arrived dates a supplemented acceptance (R2.5). */
  @Column('timestamptz', { nullable: true })
  receivedAt!: Date | null;

  @Column('uuid', { nullable: true })
  judgedBy!: string | null;

  /** R4.3: of a deferred one, the day by which it is promised. */
  @Column('date', { nullable: true })
  dueOn!: string | null;

  /** The entry of the MaterialLibrary that was used again, while the verdict is 复用, and its version then. */
  @Column('uuid', { nullable: true })
  libraryId!: string | null;

  @Column('integer', { nullable: true })
  libraryVersion!: number | null;

  @Column('date', { nullable: true })
  issuedOn!: string | null;

  /** R7: last day of validity; null when it does not expire or was not told. */
  @Column('date', { nullable: true })
  validThrough!: string | null;
}
