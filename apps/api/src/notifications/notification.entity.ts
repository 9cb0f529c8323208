import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A message to one of the staff, such as a task that was moved to or from them. */
@Entity('notification')
@Index('notification_staff', ['staffId', 'id'])
@Index('notification_unread', ['staffId'], { where: 'read_at IS NULL' })
export class Notification {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey('Staff')
  @Column('uuid')
  staffId!: string;

  @Column('timestamptz')
  at!: Date;

  @Column('varchar', { length: 300 })
  words!: string;

  @Column('uuid', { nullable: true })
  caseId!: string | null;

  @Column('uuid', { nullable: true })
  taskId!: string | null;

  @Column('timestamptz', { nullable: true })
  readAt!: Date | null;
}
