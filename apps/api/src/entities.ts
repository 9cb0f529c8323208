import { Applicant } from './applicants/applicant.entity.js';
import { CalendarDay } from './calendar/calendar-day.entity.js';
import { CaseEvent } from './cases/case-event.entity.js';
import { CaseFile } from './cases/case-file.entity.js';
import { CaseMaterial } from './cases/case-material.entity.js';
import { CaseNumber } from './cases/case-number.entity.js';
import { Case } from './cases/case.entity.js';
import { ItemVersion } from './catalogue/item-version.entity.js';
import { Item } from './catalogue/item.entity.js';
import { CallNote } from './follow-up/call-note.entity.js';
import { SupplementOverride } from './follow-up/supplement-override.entity.js';
import { DocumentNumber } from './notices/document-number.entity.js';
import { Notice } from './notices/notice.entity.js';
import { Notification } from './notifications/notification.entity.js';
import { Counter } from './organisation/counter.entity.js';
import { Department } from './organisation/department.entity.js';
import { Hall } from './organisation/hall.entity.js';
import { Region } from './organisation/region.entity.js';
import { OutagePaperRange } from './outage/outage-range.entity.js';
import { Session } from './people/session.entity.js';
import { SignInFailure } from './people/sign-in-failure.entity.js';
import { Staff } from './people/staff.entity.js';
import { AuditEntryEntity } from './platform/audit/audit-entry.entity.js';
import { AuditLinkEntity } from './platform/audit/audit-link.entity.js';
import { IdempotencyKeyEntity } from './platform/commands/idempotency-key.entity.js';
import { OutboxMessageEntity } from './platform/outbox/outbox-message.entity.js';
import { ProcessedMessageEntity } from './platform/outbox/processed-message.entity.js';
import { SweepRunEntity } from './platform/queues/sweep-run.entity.js';
import { Pickup } from './results/pickup.entity.js';
import { Result } from './results/result.entity.js';
import { ReviewTask } from './review/review-task.entity.js';
import { BatchItem } from './supervision/batch-item.entity.js';
import { Batch } from './supervision/batch.entity.js';

/** Every entity of the application, feature by feature. */
export const ENTITIES = [
  Applicant,
  CalendarDay,
  CaseEvent,
  CaseFile,
  CaseMaterial,
  CaseNumber,
  Case,
  ItemVersion,
  Item,
  CallNote,
  SupplementOverride,
  OutagePaperRange,
  DocumentNumber,
  Notice,
  Notification,
  Counter,
  Department,
  Hall,
  Region,
  Session,
  SignInFailure,
  Staff,
  AuditEntryEntity,
  AuditLinkEntity,
  IdempotencyKeyEntity,
  OutboxMessageEntity,
  ProcessedMessageEntity,
  SweepRunEntity,
  Pickup,
  Result,
  ReviewTask,
  BatchItem,
  Batch,
] as const;
