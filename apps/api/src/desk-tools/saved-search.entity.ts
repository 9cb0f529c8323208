import type { DeskFilter } from '@onewindow/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** 常用筛选 of one person. */
@Entity('saved_search')
@Index('saved_search_name', ['staffId', 'name'], { unique: true })
export class SavedSearch {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  staffId!: string;

  @Column('varchar', { length: 20 })
  name!: string;

  @Column('jsonb')
  filter!: DeskFilter;

  @Column('timestamptz')
  createdAt!: Date;
}
