import type { RegistryView } from '@onewindow/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A person or company in the local register, which stands in for 人口库 and 企业登记 where neither is connected. */
@Entity('registry_entry')
@Index(['identityType', 'identityIndex'], { unique: true })
export class RegistryEntry {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('varchar', { length: 10 })
  kind!: RegistryView['kind'];

  @Column('varchar', { length: 100 })
  name!: string;

  @Column('varchar', { length: 12 })
  identityType!: RegistryView['identityType'];

  @Column('text')
  identitySealed!: string;

  @Column('varchar', { length: 64 })
  identityIndex!: string;

  @Column('varchar', { length: 40 })
  identityMasked!: string;

  @Column('text', { nullable: true })
  phoneSealed!: string | null;

  @Column('varchar', { length: 20, nullable: true })
  phoneMasked!: string | null;

  @Column('varchar', { length: 200, nullable: true })
  address!: string | null;

  @Column('varchar', { length: 60, nullable: true })
  representativeName!: string | null;

  @Column('text', { nullable: true })
  representativeSealed!: string | null;

  @Column('varchar', { length: 40, nullable: true })
  representativeMasked!: string | null;

  @Column('varchar', { length: 10 })
  state!: RegistryView['state'];

  @Column('date', { nullable: true })
  registeredOn!: string | null;

  @Column('jsonb')
  fields!: RegistryView['fields'];

  @Column('timestamptz')
  updatedAt!: Date;
}
