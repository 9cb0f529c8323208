import type { BundleChildState } from '@onewindow/domain';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** Children that something may still follow from. */
const UNDER_WAY = `state IN ('waiting', 'open', 'granted')`;

/**
 * 一件事: one item of a bundle that was accepted. Its case is an ordinary one; that it belongs to a bundle lies here alone, so that the
 * rows of all other cases know nothing of it.
 */
@Entity('bundle_child')
// A plain case never has a row here.
@Index('bundle_child_under_way', ['parentCaseId'], { where: UNDER_WAY })
export class BundleChild {
  @ForeignKey('Case')
  @PrimaryColumn('uuid')
  parentCaseId!: string;

  @PrimaryColumn('varchar', { length: 40 })
  childKey!: string;

  /** Null until it is opened. */
  @ForeignKey('Case')
  @Index({ unique: true })
  @Column('uuid', { nullable: true })
  childCaseId!: string | null;

  @Column('integer')
  position!: number;

  @ForeignKey('ItemVersion')
  @Column('uuid')
  itemVersionId!: string;

  @Column('varchar', { length: 120 })
  itemName!: string;

  @ForeignKey('Department')
  @Column('uuid')
  departmentId!: string;

  /** Keys of the children that it waits for, those that this bundle takes. */
  @Column('jsonb')
  waitsFor!: string[];

  @Column('varchar', { length: 6 })
  whenFailed!: 'cancel' | 'goOn';

  @Column('varchar', { length: 10 })
  state!: BundleChildState;

  /** Why it was denied, ended or never opened. */
  @Column('varchar', { length: 2000, nullable: true })
  reason!: string | null;

  @Column('timestamptz', { nullable: true })
  openedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;
}
