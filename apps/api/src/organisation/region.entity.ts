import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 区划. A case number begins with its six digits (R8.4). */
@Entity('region')
export class Region {
  @PrimaryColumn('varchar', { length: 12 })
  code!: string;

  @Column('varchar', { length: 60 })
  name!: string;

  @Column('varchar', { length: 20 })
  level!: 'district' | 'street' | 'community';

  @Column('varchar', { length: 12, nullable: true })
  parentCode!: string | null;

  /** The district whose halls share items of regional scope and whose case numbers run in one series per day. */
  @Column('varchar', { length: 6 })
  districtCode!: string;
}
