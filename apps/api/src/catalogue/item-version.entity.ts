import type { ItemDefinition } from '@onewindow/contracts';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** 实施清单版本: immutable once published; a case is pinned to one. */
@Entity('item_version')
@Index(['itemId', 'version'], { unique: true })
export class ItemVersion {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey('Item')
  @Column('uuid')
  itemId!: string;

  @Column('integer')
  version!: number;

  @Column('varchar', { length: 20 })
  status!: 'draft' | 'published' | 'retired';

  @Column('timestamptz', { nullable: true })
  publishedAt!: Date | null;

  /** json, not jsonb: the order of the form's fields is that of the screen. */
  @Column('json')
  definition!: ItemDefinition;
}
