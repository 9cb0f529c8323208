import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** 大厅: where applications are received and results are handed out. */
@Entity('hall')
export class Hall {
  @PrimaryColumn('uuid')
  id!: string;

  @Index({ unique: true })
  @Column('varchar', { length: 20 })
  code!: string;

  @Column('varchar', { length: 60 })
  name!: string;

  @ForeignKey('Region')
  @Column('varchar', { length: 12 })
  regionCode!: string;

  @Column('varchar', { length: 120 })
  address!: string;

  @Column('varchar', { length: 30 })
  phone!: string;
}
