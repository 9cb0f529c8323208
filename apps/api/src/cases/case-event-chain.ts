import { createHash } from 'node:crypto';
import { assertNoPersonalData, CHAIN_START, chainHash, type JsonValue } from '@onewindow/domain';
import { type CommandContext, type CommandTx, insertsOf, selected } from '../platform/index.js';
import type { Case } from './case.entity.js';
import type { CaseEvent } from './case-event.entity.js';

/** One step of the story, as a command tells it. */
export interface EventInput {
  /** An action of R11, or a plain verb such as `saveDraft` or `attachFile`. */
  action: string;
  fromStatus?: string | null;
  toStatus?: string | null;
  taskId?: string | null;
  /** The system's own doing within a person's command: an officer assigned as the step opens. */
  bySystem?: true;
  /** Facts before and after, reasons, names of files. Never a number of a person. */
  data?: { readonly [key: string]: JsonValue | undefined };
}

/** Who did it: a person with the place of the session, or the system. */
export interface EventAuthor {
  actorId: string | null;
  actorName: string;
  actorNo: string | null;
  place: string | null;
  ip: string | null;
}

export const SYSTEM_AUTHOR: EventAuthor = { actorId: null, actorName: '系统', actorNo: null, place: null, ip: null };

/** The author of a person's command; `place` is the counter or department where they sit. */
export function authorOf(ctx: CommandContext, place: string | null = null): EventAuthor {
  return { actorId: ctx.actor.staffId, actorName: ctx.actor.name, actorNo: ctx.actor.staffNo, place, ip: ctx.ip };
}

/** SHA-256 as hex, for the chain. */
export const sha256Hex = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Every column of an event in a fixed order. */
export const EVENT_COLUMNS = [
  'caseId',
  'seq',
  'action',
  'at',
  'actorId',
  'actorName',
  'actorNo',
  'place',
  'ip',
  'fromStatus',
  'toStatus',
  'taskId',
  'data',
  'previousHash',
  'hash',
] as const satisfies readonly (keyof CaseEvent)[];

/** The columns of an event for a SELECT under the alias `e`. */
export const EVENT_SELECT = selected('e', EVENT_COLUMNS);

const insertStatement = insertsOf('case_event', EVENT_COLUMNS);

/** What an event's hash covers; the verifier builds the same from the stored row. */
export function eventContent(event: Omit<CaseEvent, 'hash' | 'previousHash'>): Parameters<typeof chainHash>[1] {
  return {
    seq: event.seq,
    caseId: event.caseId,
    action: event.action,
    at: event.at.toISOString(),
    actorId: event.actorId,
    actorName: event.actorName,
    actorNo: event.actorNo,
    place: event.place,
    ip: event.ip,
    fromStatus: event.fromStatus,
    toStatus: event.toStatus,
    taskId: event.taskId,
    data: event.data as JsonValue,
  };
}

/** Makes the next event of a case's chain and moves the head that the case keeps (R10.1). Pure but for the row's head. */
export function nextEvent(row: Pick<Case, 'id' | 'eventCount' | 'eventHead'>, author: EventAuthor, at: Date, input: EventInput): CaseEvent {
  // Through JSON, so that what is hashed is what jsonb gives back: no undefined members, no -0.
  const data = JSON.parse(JSON.stringify(input.data ?? {})) as Record<string, unknown>;
  assertNoPersonalData(data as JsonValue);
  const event = {
    caseId: row.id,
    seq: row.eventCount + 1,
    action: input.action,
    at,
    ...(input.bySystem ? SYSTEM_AUTHOR : author),
    fromStatus: input.fromStatus ?? null,
    toStatus: input.toStatus ?? null,
    taskId: input.taskId ?? null,
    data,
  };
  const previous = row.eventHead ?? CHAIN_START;
  const hash = chainHash(previous, eventContent(event), sha256Hex);
  row.eventCount = event.seq;
  row.eventHead = hash;
  return { ...event, previousHash: previous, hash };
}

/** Writes events; the case's head must be saved in the same transaction. */
export function writeEvents(tx: CommandTx, events: readonly CaseEvent[]): void {
  if (events.length > 0)
    tx.write(
      insertStatement(events.length),
      events.flatMap((event) => EVENT_COLUMNS.map((column) => storedValueOf(event, column))),
    );
}

/** A column's value as the driver wants it: JSON as text. */
export function storedValueOf(event: CaseEvent, column: (typeof EVENT_COLUMNS)[number]): unknown {
  return column === 'data' ? JSON.stringify(event.data) : event[column];
}
