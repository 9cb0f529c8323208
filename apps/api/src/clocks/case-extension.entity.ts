import type { ExtensionStatus } from '@onewindow/domain';
import { Column, Entity, Index } from 'typeorm';
import { ClockRequest } from './clock-request.js';

const WAITING = `status = 'requested'`;

/** 延期 (R1.6): by how much the agency's head extended the limits of a case, why, and by which document. Their sum lies in `cases.extension_days`. */
@Entity('case_extension')
@Index('case_extension_case', ['caseId', 'id'])
@Index('case_extension_once', ['caseId'], { unique: true, where: WAITING })
@Index('case_extension_waiting', ['departmentId', 'id'], { where: WAITING })
export class CaseExtension extends ClockRequest {
  /** Working days. */
  @Column('integer')
  days!: number;

  /** Title and number of the document by which the agency's head authorised it. */
  @Column('varchar', { length: 120, nullable: true })
  document!: string | null;

  @Column('varchar', { length: 10 })
  status!: ExtensionStatus;
}
