import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** 部门 that reviews and decides. */
@Entity('department')
export class Department {
  @PrimaryColumn('uuid')
  id!: string;

  @Index({ unique: true })
  @Column('varchar', { length: 40 })
  code!: string;

  /** 临江区卫生健康局, as on a notice. */
  @Column('varchar', { length: 60 })
  name!: string;

  /** 卫生健康局, as on a screen. */
  @Column('varchar', { length: 40 })
  shortName!: string;

  /** 临卫, the head of its document numbers. */
  @Column('varchar', { length: 10 })
  documentPrefix!: string;

  /** 统一社会信用代码, the head of its items' codes (R8.3). */
  @Column('varchar', { length: 18 })
  creditCode!: string;

  @ForeignKey('Region')
  @Column('varchar', { length: 12 })
  regionCode!: string;

  @Column('varchar', { length: 30 })
  phone!: string;

  /** CrossHall: the line of work (条线), the same for its offices in every region; null where it is the only one of its line. */
  @Column('varchar', { length: 40, nullable: true })
  line!: string | null;
}
