import type { ExtensionStatus } from '@onewindow/domain';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

const WAITING = `status = 'requested'`;

/** 延期 (R1.6): by how much the agency's head extended the limits of a case, why, and by which document. Their sum lies in `cases.extension_days`. */
@Entity('case_extension')
@Index('case_extension_case', ['caseId', 'id'])
@Index('case_extension_once', ['caseId'], { unique: true, where: WAITING })
@Index('case_extension_waiting', ['departmentId', 'id'], { where: WAITING })
export class CaseExtension {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey('Case')
  @Column('uuid')
  caseId!: string;

  @Column('uuid')
  taskId!: string;

  /** The lead department, whose chief records the decision. */
  @Column('uuid')
  departmentId!: string;

  /** Working days. */
  @Column('integer')
  days!: number;

  @Column('varchar', { length: 500 })
  reason!: string;

  /** Title and number of the document by which the agency's head authorised it. */
  @Column('varchar', { length: 120, nullable: true })
  document!: string | null;

  @Column('varchar', { length: 10 })
  status!: ExtensionStatus;

  @Column('uuid')
  requestedBy!: string;

  @Column('timestamptz')
  requestedAt!: Date;

  @Column('uuid', { nullable: true })
  decidedBy!: string | null;

  @Column('timestamptz', { nullable: true })
  decidedAt!: Date | null;

  /** Of a refusal. */
  @Column('varchar', { length: 500, nullable: true })
  decisionReason!: string | null;

  @ForeignKey('Notice')
  @Column('uuid', { nullable: true })
  noticeId!: string | null;
}
