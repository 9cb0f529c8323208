import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** 窗口 of a hall. */
@Entity('counter')
@Index(['hallId', 'number'], { unique: true })
export class Counter {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey('Hall')
  @Column('uuid')
  hallId!: string;

  @Column('integer')
  number!: number;

  /** 综合窗口, 出件窗口 … */
  @Column('varchar', { length: 40 })
  name!: string;
}
