import type { IsoDate, TaskKind, TaskStatus } from '@onewindow/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ReviewTask } from './review-task.entity.js';

/**
 * How much open work of one sort lies on one desk: the sum of `n` over the rows that are alike in all else. Every change of a task keeps it in its
 * own transaction, by a trigger of `review_task`, so a sum is right at once. A change adds to a row at which nobody else is, or begins one: nobody
 * waits for anybody. It is derived: a backup leaves it out.
 */
@Entity('desk_tally')
export class DeskTally {
  /** The department in whose pool the work lies, or the officer who holds it. */
  @PrimaryColumn('uuid')
  deskId!: string;

  @PrimaryColumn('date')
  nearestDue!: IsoDate;

  @PrimaryColumn('bigint', { generated: 'identity', generatedIdentity: 'ALWAYS' })
  id!: string;

  @Column('varchar', { length: 10 })
  status!: TaskStatus;

  @Column('varchar', { length: 12 })
  kind!: TaskKind;

  @Column('varchar', { length: 10 })
  role!: ReviewTask['role'];

  @Column('uuid')
  departmentId!: string;

  @Column('boolean')
  paused!: boolean;

  /** What one row alone says is nothing: it may be negative. */
  @Column('integer')
  n!: number;
}
