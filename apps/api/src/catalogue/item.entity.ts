import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** 事项. What it asks for and how it is reviewed is in its published version. */
@Entity('item')
export class Item {
  @PrimaryColumn('uuid')
  id!: string;

  /** 实施编码 (R8.3). */
  @Index({ unique: true })
  @Column('varchar', { length: 33 })
  code!: string;

  @Column('varchar', { length: 120 })
  name!: string;

  /** Pinyin initials, lower case, computed when it is published. */
  @Column('varchar', { length: 120 })
  initials!: string;

  @ForeignKey('Department')
  @Column('uuid')
  departmentId!: string;

  @Column('uuid', { nullable: true })
  publishedVersionId!: string | null;

  /** Why it is listed but can't be taken; null when it is open. */
  @Column('varchar', { length: 120, nullable: true })
  closedReason!: string | null;
}
