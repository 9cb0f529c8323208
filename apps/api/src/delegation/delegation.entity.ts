import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** 代理授权: an absence of an officer, and who works their desk meanwhile. */
@Entity('delegation')
@Index('delegation_principal', ['principalId', 'endsOn'], { where: 'ended_at IS NULL' })
@Index('delegation_delegate', ['delegateId', 'endsOn'], { where: 'ended_at IS NULL' })
@Index('delegation_department', ['departmentId', 'endsOn'])
export class Delegation {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey('Department')
  @Column('uuid')
  departmentId!: string;

  @ForeignKey('Staff')
  @Column('uuid')
  principalId!: string;

  @ForeignKey('Staff')
  @Column('uuid')
  delegateId!: string;

  /** First and last day, both included. */
  @Column('date')
  startsOn!: string;

  @Column('date')
  endsOn!: string;

  @Column('varchar', { length: 300 })
  reason!: string;

  /** The document that authorises a delegate who is no chief to decide as one. */
  @Column('varchar', { length: 100, nullable: true })
  authority!: string | null;

  @Column('uuid')
  madeBy!: string;

  @Column('timestamptz')
  madeAt!: Date;

  @Column('uuid', { nullable: true })
  endedBy!: string | null;

  /** Ended before its last day; from this moment it counts no more. */
  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;
}
