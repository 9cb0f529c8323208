import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A signed-in browser. The cookie's token itself is never stored. */
@Entity('session')
export class Session {
  @PrimaryColumn('uuid')
  id!: string;

  /** SHA-256 of the cookie's token. */
  @Index({ unique: true })
  @Column('bytea')
  tokenHash!: Buffer;

  @ForeignKey('Staff')
  @Index()
  @Column('uuid')
  staffId!: string;

  @Column('uuid', { nullable: true })
  counterId!: string | null;

  @Column('timestamptz')
  createdAt!: Date;

  /** Last use, slid at most once a minute. */
  @Column('timestamptz')
  seenAt!: Date;

  @Column('text', { nullable: true })
  ip!: string | null;

  /** The sign-in before this one, for the screen's "上次登录". */
  @Column('timestamptz', { nullable: true })
  previousSignInAt!: Date | null;

  @Column('uuid', { nullable: true })
  previousCounterId!: string | null;
}
