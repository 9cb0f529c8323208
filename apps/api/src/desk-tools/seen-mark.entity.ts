import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What of a case can change while it is reviewed, as screens show it: numbers of persons masked (R10.2). */
export interface SeenContent {
  form: Record<string, unknown>;
  answers: Record<string, unknown>;
  /** By code: the verdict and how many files. */
  materials: Record<string, { verdict: string; files: number; latest: string | null }>;
}

/**
 * What an officer saw of a case when they looked at it last. Written while somebody reads, and only when it is other than before: never by a
 * command of the case. Without foreign keys, so that a reader never waits for the lock of the case.
 */
@Entity('seen_mark')
export class SeenMark {
  @PrimaryColumn('uuid')
  caseId!: string;

  @PrimaryColumn('uuid')
  staffId!: string;

  @Column('timestamptz')
  seenAt!: Date;

  @Column('jsonb')
  content!: SeenContent;

  /** What was seen before that, when it was other: the difference can be read more than once. */
  @Column('jsonb', { nullable: true })
  before!: SeenContent | null;

  /** Whose look that was, and when. */
  @Column('uuid', { nullable: true })
  beforeBy!: string | null;

  @Column('timestamptz', { nullable: true })
  beforeAt!: Date | null;
}
