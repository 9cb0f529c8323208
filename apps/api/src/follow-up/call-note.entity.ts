import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** 已电话通知: when the applicant was called about papers to follow, by whom, and what was said. */
@Entity('call_note')
@Index('call_note_case', ['caseId', 'id'])
export class CallNote {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey('Case')
  @Column('uuid')
  caseId!: string;

  @Column('timestamptz')
  at!: Date;

  @ForeignKey('Staff')
  @Column('uuid')
  staffId!: string;

  @Column('varchar', { length: 300 })
  words!: string;
}
