import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Wrong tries under a name that nobody has, counted like anybody's. */
@Entity('sign_in_failure')
export class SignInFailure {
  /** Keyed hash of what was typed. */
  @PrimaryColumn('text')
  nameHash!: string;

  @Column('integer')
  failedCount!: number;

  @Column('timestamptz', { nullable: true })
  lockedUntil!: Date | null;

  @Column('timestamptz')
  at!: Date;
}
