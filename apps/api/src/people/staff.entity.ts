import type { Role } from '@onewindow/domain';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A person of the staff, with several roles at most one department and one hall. */
@Entity('staff')
export class Staff {
  @PrimaryColumn('uuid')
  id!: string;

  /** 工号, like LJ-03127. */
  @Index({ unique: true })
  @Column('varchar', { length: 20 })
  staffNo!: string;

  @Column('varchar', { length: 60 })
  name!: string;

  /** argon2id, in PHC form. */
  @Column('text')
  passwordHash!: string;

  @Column('text', { array: true })
  roles!: Role[];

  @ForeignKey('Department')
  @Index()
  @Column('uuid', { nullable: true })
  departmentId!: string | null;

  @ForeignKey('Hall')
  @Column('uuid', { nullable: true })
  hallId!: string | null;

  @ForeignKey('Region')
  @Column('varchar', { length: 12 })
  regionCode!: string;

  /** Blind index of the person's own identity number: nobody decides their own case (R5.6). */
  @Column('text', { nullable: true })
  identityIndex!: string | null;

  /** The number itself, so that its index can be made anew under another key. */
  @Column('text', { nullable: true })
  identitySealed!: string | null;

  @Column('text', { nullable: true })
  phoneSealed!: string | null;

  @Index({ unique: true })
  @Column('text', { nullable: true })
  phoneIndex!: string | null;

  @Column('boolean', { default: true })
  active!: boolean;

  /** Wrong passwords in a row. */
  @Column('integer', { default: 0 })
  failedCount!: number;

  @Column('timestamptz', { nullable: true })
  lockedUntil!: Date | null;

  @Column('boolean', { default: false })
  mustChangePassword!: boolean;

  /** One of the accounts that the demonstration brings along; refused in production. */
  @Column('boolean', { default: false })
  demonstration!: boolean;

  /** What the sign-in page says of a demonstration account; null for those that it does not list. */
  @Column('varchar', { length: 60, nullable: true })
  demonstrationDuty!: string | null;

  @Column('timestamptz', { nullable: true })
  lastSignInAt!: Date | null;

  @Column('uuid', { nullable: true })
  lastCounterId!: string | null;

  @Column('timestamptz')
  createdAt!: Date;
}
