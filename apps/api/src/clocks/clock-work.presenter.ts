import type { ExtensionView, FileRef, NoticeView, ObjectionView, ProcedureView } from '@onewindow/contracts';
import {
  EXTENSION_ACTIONS,
  extensionRefusal,
  maskPersonName,
  PROCEDURE_ACTIONS,
  pauseOverrun,
  procedurePhase,
  procedureRefusal,
  type Refusal,
  shanghaiToday,
  SPECIAL_PROCEDURE_LABELS,
  standingEnd,
} from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { WorkingCalendars } from '../calendar/index.js';
import { StaffNames, type StaffRef } from '../organisation/index.js';
import { type Actor, Clock, type CommandTx, sql } from '../platform/index.js';
import type { CaseExtension } from './case-extension.entity.js';
import { extensionActors, procedureActors } from './clock-work-desk.js';
import { OBJECTIONS_OF } from './clock-work.statements.js';
import type { ProcedureObjection } from './procedure-objection.entity.js';
import type { SpecialProcedure } from './special-procedure.entity.js';

type Reader = Pick<CommandTx, 'query'>;

const FILES = sql<FileRef>(`SELECT id, name, media_type AS "mediaType", size, sha256 FROM case_file WHERE id = ANY($1::uuid[])`);
const NOTICES = sql<Omit<NoticeView, 'issuedAt'> & { issuedAt: Date }>(
  `SELECT id, kind, title, number, issued_at AS "issuedAt", file_id AS "fileId", problem FROM notice WHERE id = ANY($1::uuid[])`,
);

/** Presents special procedures and extensions; whitelists every field. */
@Injectable()
export class ClockWorkPresenter {
  constructor(
    private readonly staff: StaffNames,
    private readonly calendars: WorkingCalendars,
    private readonly clock: Clock,
  ) {}

  /** The one of a command's answer. */
  async procedure(reader: Reader, actor: Actor, row: SpecialProcedure): Promise<ProcedureView> {
    const [view] = await this.procedures(reader, actor, [row]);
    if (!view) throw new Error('a procedure is presented as itself');
    return view;
  }

  /** The one of a command's answer. */
  async extension(reader: Reader, actor: Actor, row: CaseExtension): Promise<ExtensionView> {
    const [view] = await this.extensions(reader, actor, [row]);
    if (!view) throw new Error('an extension is presented as itself');
    return view;
  }

  async procedures(reader: Reader, actor: Actor, rows: readonly SpecialProcedure[]): Promise<ProcedureView[]> {
    if (rows.length === 0) return [];
    const [files, notices, objections, calendar] = await Promise.all([
      reader.query(FILES, [ids(rows.map(({ documentId }) => documentId))]),
      this.notices(reader, rows),
      reader.query(OBJECTIONS_OF, [rows.map(({ id }) => id)]),
      this.calendars.current(),
    ]);
    const people = await this.staff.refs(
      [...rows.flatMap((row) => [row.requestedBy, row.decidedBy]), ...objections.flatMap((one) => [one.recordedBy, one.answeredBy])],
      reader,
    );
    const today = shanghaiToday(this.clock.now());
    const standing = rows.map((row) => ({ ...row, announcedEnd: standingEnd(row, calendar) }));
    return standing.map((row) => ({
      id: row.id,
      kind: row.kind,
      label: SPECIAL_PROCEDURE_LABELS[row.kind],
      basis: row.basis,
      reason: row.reason,
      days: row.days,
      unit: row.unit,
      phase: procedurePhase(row, today),
      requestedBy: personOf(people, row.requestedBy),
      requestedAt: row.requestedAt.toISOString(),
      decidedBy: row.decidedBy === null ? null : personOf(people, row.decidedBy),
      decidedAt: row.decidedAt?.toISOString() ?? null,
      decisionReason: row.decisionReason,
      startedOn: row.startedOn,
      announcedEnd: row.announcedEnd,
      endedOn: row.endedOn,
      overrunDays:
        row.startedOn === null || row.announcedEnd === null
          ? 0
          : pauseOverrun({ start: row.startedOn, announcedEnd: row.announcedEnd, actualEnd: row.endedOn }, today, calendar),
      outcome: row.outcome,
      document: files.find(({ id }) => id === row.documentId) ?? null,
      notice: notices.get(row.noticeId ?? '') ?? null,
      objections: objections
        .filter(({ procedureId }) => procedureId === row.id)
        .map((one) => presentObjection(one, people, actor.departmentId === row.departmentId)),
      actions: offers(PROCEDURE_ACTIONS, (action) => procedureRefusal(row.status, action, procedureActors(actor, row), row.kind)),
    }));
  }

  async extensions(reader: Reader, actor: Actor, rows: readonly CaseExtension[]): Promise<ExtensionView[]> {
    if (rows.length === 0) return [];
    const [notices, people] = await Promise.all([
      this.notices(reader, rows),
      this.staff.refs(
        rows.flatMap((row) => [row.requestedBy, row.decidedBy]),
        reader,
      ),
    ]);
    return rows.map((row) => ({
      id: row.id,
      days: row.days,
      reason: row.reason,
      document: row.document,
      status: row.status,
      requestedBy: personOf(people, row.requestedBy),
      requestedAt: row.requestedAt.toISOString(),
      decidedBy: row.decidedBy === null ? null : personOf(people, row.decidedBy),
      decidedAt: row.decidedAt?.toISOString() ?? null,
      decisionReason: row.decisionReason,
      notice: notices.get(row.noticeId ?? '') ?? null,
      actions: offers(EXTENSION_ACTIONS, (action) => extensionRefusal(row.status, action, extensionActors(actor, row))),
    }));
  }

  private async notices(reader: Reader, rows: readonly { noticeId: string | null }[]): Promise<ReadonlyMap<string, NoticeView>> {
    const found = await reader.query(NOTICES, [ids(rows.map(({ noticeId }) => noticeId))]);
    return new Map(found.map(({ issuedAt, ...notice }) => [notice.id, { ...notice, issuedAt: issuedAt.toISOString() }]));
  }
}

function ids(all: readonly (string | null)[]): string[] {
  return all.filter((id) => id !== null);
}

function personOf(people: ReadonlyMap<string, StaffRef>, id: string): StaffRef {
  return people.get(id) ?? { id, name: '', staffNo: '' };
}

function offers<A extends string>(actions: readonly A[], refusalOf: (action: A) => Refusal | null): ProcedureView['actions'] {
  return actions.map((action) => {
    const refused = refusalOf(action);
    return refused === null ? { action, allowed: true } : { action, allowed: false, reason: refused.title };
  });
}

/** R10.2: the department that answers the objection sees who made it; everybody else sees the name masked. */
function presentObjection(row: ProcedureObjection, people: ReadonlyMap<string, StaffRef>, nameShown: boolean): ObjectionView {
  return {
    id: row.id,
    by: nameShown ? row.byName : maskPersonName(row.byName),
    words: row.words,
    receivedOn: row.receivedOn,
    recordedBy: personOf(people, row.recordedBy),
    answer: row.answer,
    answeredBy: row.answeredBy === null ? null : personOf(people, row.answeredBy),
    answeredAt: row.answeredAt?.toISOString() ?? null,
  };
}
