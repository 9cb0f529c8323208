import { Applicant } from './applicants/applicant.entity.js';
import { RegistryEntry } from './applicants/registry/registry-entry.entity.js';
import { BundleChild } from './bundles/bundle-child.entity.js';
import { CalendarDay } from './calendar/calendar-day.entity.js';
import { CalendarRun } from './calendar-changes/calendar-run.entity.js';
import { CalendarSlice } from './calendar-changes/calendar-slice.entity.js';
import { CalendarYear } from './calendar/calendar-year.entity.js';
import { CaseEvent } from './cases/case-event.entity.js';
import { CaseFile } from './cases/case-file.entity.js';
import { CaseLookUp } from './cases/case-look-up.entity.js';
import { CaseMaterial } from './cases/case-material.entity.js';
import { CaseNumber } from './cases/case-number.entity.js';
import { Case } from './cases/case.entity.js';
import { CaseExtension } from './clocks/case-extension.entity.js';
import { ProcedureObjection } from './clocks/procedure-objection.entity.js';
import { SpecialProcedure } from './clocks/special-procedure.entity.js';
import { ItemVersion } from './catalogue/item-version.entity.js';
import { ItemPaper } from './catalogue/item-paper.entity.js';
import { Item } from './catalogue/item.entity.js';
import { Guide } from './guides/guide.entity.js';
import { Correction } from './corrections/correction.entity.js';
import { CallNote } from './follow-up/call-note.entity.js';
import { SupplementOverride } from './follow-up/supplement-override.entity.js';
import { Reminder } from './alarms/reminder.entity.js';
import { Consultation } from './consultations/consultation.entity.js';
import { Licence } from './licences/licence.entity.js';
import { MaterialLibrary } from './materials/material-library.entity.js';
import { CommitmentCheck } from './credit/commitment-check.entity.js';
import { CreditGrade } from './credit/credit-grade.entity.js';
import { DeferredMaterial } from './credit/deferred-material.entity.js';
import { DeskBatch } from './desk-tools/desk-batch.entity.js';
import { DeskBatchItem } from './desk-tools/desk-batch-item.entity.js';
import { DeskPreference } from './desk-tools/desk-preference.entity.js';
import { DraftedDecision } from './desk-tools/drafted-decision.entity.js';
import { PhraseList } from './desk-tools/phrase-list.entity.js';
import { SavedSearch } from './desk-tools/saved-search.entity.js';
import { SeenMark } from './desk-tools/seen-mark.entity.js';
import { DocumentNumber } from './notices/document-number.entity.js';
import { Notice } from './notices/notice.entity.js';
import { NoticePrint } from './notices/prints/notice-print.entity.js';
import { Notification } from './notifications/notification.entity.js';
import { Counter } from './organisation/counter.entity.js';
import { Department } from './organisation/department.entity.js';
import { Hall } from './organisation/hall.entity.js';
import { Region } from './organisation/region.entity.js';
import { AssignmentTurn } from './assignment/assignment-turn.entity.js';
import { Delegation } from './delegation/delegation.entity.js';
import { OutagePaperRange } from './outage/outage-range.entity.js';
import { Session } from './people/session.entity.js';
import { SignInFailure } from './people/sign-in-failure.entity.js';
import { Staff } from './people/staff.entity.js';
import { AuditEntryEntity } from './platform/audit/audit-entry.entity.js';
import { AuditLinkEntity } from './platform/audit/audit-link.entity.js';
import { IdempotencyKeyEntity } from './platform/commands/idempotency-key.entity.js';
import { UploadPartEntity, UploadSessionEntity } from './platform/files/upload-session.entity.js';
import { OutboxMessageEntity } from './platform/outbox/outbox-message.entity.js';
import { KeyMark } from './platform/crypto/key-mark.entity.js';
import { ProcessedMessageEntity } from './platform/outbox/processed-message.entity.js';
import { SweepRunEntity } from './platform/queues/sweep-run.entity.js';
import { Pickup } from './results/pickup.entity.js';
import { Result } from './results/result.entity.js';
import { ResultPaper } from './results/result-paper.entity.js';
import { DeskTally } from './review/desk-tally.entity.js';
import { ReviewTask } from './review/review-task.entity.js';
import { BatchItem } from './supervision/batch-item.entity.js';
import { Batch } from './supervision/batch.entity.js';
import { TicketDesk } from './tickets/ticket-desk.entity.js';
import { TicketDuty } from './tickets/ticket-duty.entity.js';
import { TicketEvent } from './tickets/ticket-event.entity.js';
import { TicketKind } from './tickets/ticket-kind.entity.js';
import { TicketSeries } from './tickets/ticket-series.entity.js';
import { Ticket } from './tickets/ticket.entity.js';

/** Every entity of the application, feature by feature. */
export const ENTITIES = [
  AssignmentTurn,
  Delegation,
  Applicant,
  RegistryEntry,
  Licence,
  BundleChild,
  CalendarDay,
  CalendarYear,
  CalendarRun,
  CalendarSlice,
  CaseEvent,
  CaseFile,
  CaseLookUp,
  CaseMaterial,
  CaseNumber,
  Case,
  CaseExtension,
  ProcedureObjection,
  SpecialProcedure,
  ItemVersion,
  ItemPaper,
  Item,
  Guide,
  Correction,
  CallNote,
  SupplementOverride,
  OutagePaperRange,
  MaterialLibrary,
  UploadSessionEntity,
  UploadPartEntity,
  CreditGrade,
  CommitmentCheck,
  DeferredMaterial,
  DocumentNumber,
  Notice,
  NoticePrint,
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
  KeyMark,
  SweepRunEntity,
  Pickup,
  Result,
  ResultPaper,
  DeskTally,
  ReviewTask,
  Consultation,
  Reminder,
  BatchItem,
  Batch,
  DeskBatchItem,
  DeskBatch,
  DeskPreference,
  DraftedDecision,
  PhraseList,
  SavedSearch,
  SeenMark,
  TicketDesk,
  TicketDuty,
  TicketEvent,
  TicketKind,
  TicketSeries,
  Ticket,
] as const;
