import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** R2.3: a clerk asks for a further supplement notice before acceptance; a supervisor of the district answers, with a reason. */
@Entity('supplement_override')
@Index('supplement_override_open', ['caseId'], { unique: true, where: `state = 'open'` })
@Index('supplement_override_district', ['districtCode', 'id'], { where: `state = 'open'` })
export class SupplementOverride {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey('Case')
  @Column('uuid')
  caseId!: string;

  @Column('varchar', { length: 6 })
  districtCode!: string;

  @Column('varchar', { length: 10 })
  state!: 'open' | 'granted' | 'refused';

  @Column('uuid')
  requestedBy!: string;

  @Column('timestamptz')
  requestedAt!: Date;

  @Column('varchar', { length: 300 })
  requestReason!: string;

  @Column('uuid', { nullable: true })
  answeredBy!: string | null;

  @Column('timestamptz', { nullable: true })
  answeredAt!: Date | null;

  @Column('varchar', { length: 300, nullable: true })
  answerReason!: string | null;
}
