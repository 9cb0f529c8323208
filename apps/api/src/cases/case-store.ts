import { topicOf } from '@onewindow/contracts';
import { actingName, changedSentence, shanghaiToday } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { Organisation } from '../organisation/index.js';
import { type Actor, Clock, type CommandContext, type CommandTx, LookUps, sql } from '../platform/index.js';
import {
  CASE_COLUMNS,
  FIND_CASE,
  FIND_CASE_BY_NO,
  INSERT_CASE,
  LOCK_CASE,
  LOCK_CASE_OF_TASK,
  storedValue,
  updateStatement,
} from './case-columns.js';
import type { Case } from './case.entity.js';
import { authorOf, type EventAuthor, type EventInput, nextEvent, writeEvents } from './case-event-chain.js';
import { CaseChanged, CaseNotFound } from './case-problems.js';
import { type CaseScopeFacts, maySee, maySeeByRow, SCOPE_FACTS, scopeOf } from './case-scope.js';

const LATEST_EVENT = sql<{ actorName: string; at: Date }>(
  `SELECT actor_name AS "actorName", at FROM case_event WHERE case_id = $1 ORDER BY seq DESC LIMIT 1`,
);

/** 一件事: whoever has the receipt of a bundle has that of its children, which wait for papers of their own. */
const KEEP_LOOK_UP = sql(
  `INSERT INTO case_look_up (staff_id, case_id, at)
   SELECT $1, found, $3 FROM (SELECT unnest($2::uuid[]) AS found
     UNION SELECT child_case_id FROM bundle_child WHERE parent_case_id = ANY($2::uuid[]) AND child_case_id IS NOT NULL AND state = 'open') AS seen
   ON CONFLICT (staff_id, case_id) DO UPDATE SET at = EXCLUDED.at`,
);
/** To be seen by a look-up is not enough for a command. */
const BY_LOOK_UP_TOO = 'by look-up too';

const rowOf = (row: Pick<Case, 'id'>): string => `case:${row.id}`;

/** Either a transaction or the pool. */
type Reader = Pick<CommandTx, 'query'>;

/** Width of the column; two long names are cut rather than refused. */
const LONGEST_NAME = 60;

/** Reads, locks and saves cases. A saved case always has its event, and the event its place in the chain. */
@Injectable()
export class CaseStore {
  /** 代理授权: in whose name a locked case is being worked, as long as its row lives. */
  private readonly principals = new WeakMap<Case, string>();

  constructor(
    private readonly lookUps: LookUps,
    private readonly organisation: Organisation,
    private readonly clock: Clock,
  ) {}

  /** The case if the actor may see it (R11). @throws CaseNotFound otherwise, whether it exists or not. */
  async get(actor: Actor, id: string, reader: Reader = this.lookUps): Promise<Case> {
    const [row] = await reader.query(FIND_CASE, [id]);
    return await this.visible(actor, row, reader, BY_LOOK_UP_TOO);
  }

  /** The case under an exact number, wherever it was received; the caller records the look-up (R11). */
  async getByNo(caseNo: string, reader: Reader = this.lookUps): Promise<Case> {
    const [row] = await reader.query(FIND_CASE_BY_NO, [caseNo]);
    if (!row) throw new CaseNotFound();
    return row;
  }

  /**
   * Locks the case for a person's command.
   * @param expectedVersion the version on the person's screen; left out where any state will do
   * @throws CaseNotFound, CaseChanged
   */
  lock(tx: CommandTx, actor: Actor, id: string, expectedVersion?: number): Promise<Case> {
    return this.locked(tx, actor, id, expectedVersion);
  }

  /**
   * The same for the few commands that are open to whoever may see the case, another hall's clerk after a look-up too. The command itself asks
   * what may be done there.
   * @throws CaseNotFound, CaseChanged
   */
  lockSeen(tx: CommandTx, actor: Actor, id: string, expectedVersion?: number): Promise<Case> {
    return this.locked(tx, actor, id, expectedVersion, BY_LOOK_UP_TOO);
  }

  /** R11: from now until the end of the day a clerk sees what was found. The caller records the look-up itself. */
  foundByLookUp(tx: CommandTx, actor: Actor, caseIds: readonly string[]): void {
    if (caseIds.length > 0) tx.write(KEEP_LOOK_UP, [actor.staffId, caseIds, tx.now]);
  }

  private async locked(tx: CommandTx, actor: Actor, id: string, expectedVersion?: number, byLookUp?: typeof BY_LOOK_UP_TOO): Promise<Case> {
    const [row] = await tx.query(LOCK_CASE, [id]);
    const found = await this.visible(actor, row, tx, byLookUp);
    if (expectedVersion !== undefined && expectedVersion !== found.version) {
      throw new CaseChanged(await this.whoChanged(tx, id), { expectedVersion, version: found.version });
    }
    return found;
  }

  /** Who did the latest step of the story, in words: 谢文彬 10:41 改动了本件. */
  async whoChanged(tx: Pick<CommandTx, 'query' | 'now'>, id: string): Promise<string> {
    const [last] = await tx.query(LATEST_EVENT, [id]);
    return last ? changedSentence(last.actorName, last.at, shanghaiToday(tx.now)) : '本件刚刚被改动';
  }

  /** Locks the case for the system's own work, or where another record already proved the actor's right. */
  async lockForSystem(tx: CommandTx, id: string): Promise<Case> {
    const [row] = await tx.query(LOCK_CASE, [id]);
    if (!row) throw new CaseNotFound();
    return row;
  }

  /** Locks the case of a task for work on the task; undefined where there is no such task. */
  async lockOfTask(tx: CommandTx, taskId: string): Promise<Case | undefined> {
    const [row] = await tx.query(LOCK_CASE_OF_TASK, [taskId]);
    return row;
  }

  /** From here on the events of this locked row name both: 周明（林晓代）. */
  workInNameOf(row: Case, principalName: string): void {
    this.principals.set(row, principalName);
  }

  /** What is done to this locked row in the actor's own right is told in the actor's own name. */
  workInOwnName(row: Case): void {
    this.principals.delete(row);
  }

  /** The name under which the actor works this row, as events and notices print it. */
  nameOn(row: Case, actorName: string): string {
    const principal = this.principals.get(row);
    return principal === undefined ? actorName : actingName(principal, actorName).slice(0, LONGEST_NAME);
  }

  /** Inserts a new case with its first event. */
  async insert(tx: CommandTx, row: Case, author: EventAuthor | CommandContext, event: EventInput): Promise<void> {
    const first = nextEvent(row, await this.authorOf(author, row), tx.now, event);
    tx.write(
      INSERT_CASE,
      CASE_COLUMNS.map((p) => storedValue(row, p)),
      [rowOf(row)],
    );
    writeEvents(tx, [first]);
    this.touch(tx, row);
  }

  /**
   * Saves changes with the events that tell them, raises the version and tells open screens.
   * @param row the locked row; it is changed in place
   * @param author who did it: the command's context, or SYSTEM_AUTHOR
   */
  async save(
    tx: CommandTx,
    row: Case,
    changes: Partial<Case>,
    author: EventAuthor | CommandContext,
    events: readonly EventInput[],
  ): Promise<void> {
    const by = await this.authorOf(author, row);
    const chained = events.map((event) => nextEvent(row, by, tx.now, event));
    Object.assign(row, changes, { version: row.version + 1 });
    const properties = [...new Set<keyof Case>([...(Object.keys(changes) as (keyof Case)[]).sort(), 'version', 'eventCount', 'eventHead'])];
    const values = properties.map((p) => storedValue(row, p));
    tx.write(updateStatement(properties), [row.id, ...values], [rowOf(row)]);
    writeEvents(tx, chained);
    this.touch(tx, row);
  }

  /**
   * Adds events without raising the version: work on a task changes nothing that a screen of the case could be stale about,
   * and parallel steps must not make each other's screens stale.
   */
  async note(tx: CommandTx, row: Case, author: EventAuthor | CommandContext, events: readonly EventInput[]): Promise<void> {
    const by = await this.authorOf(author, row);
    const chained = events.map((event) => nextEvent(row, by, tx.now, event));
    tx.write(updateStatement(['eventCount', 'eventHead']), [row.id, row.eventCount, row.eventHead], [rowOf(row)]);
    writeEvents(tx, chained);
    this.touch(tx, row);
  }

  private async authorOf(author: EventAuthor | CommandContext, row: Case): Promise<EventAuthor> {
    if (!('actor' in author)) return author;
    const by = authorOf(author, await this.organisation.placeOf(author.actor));
    return { ...by, actorName: this.nameOn(row, by.actorName) };
  }

  private touch(tx: CommandTx, row: Case): void {
    tx.touch(topicOf.case(row.id), topicOf.hall(row.hallId), topicOf.department(row.departmentId), topicOf.supervision);
  }

  private async visible(actor: Actor, row: Case | undefined, reader: Reader, byLookUp?: typeof BY_LOOK_UP_TOO): Promise<Case> {
    if (!row) throw new CaseNotFound();
    const byRow = maySeeByRow(actor, row);
    if (byRow === true) return row;
    if (byRow === false) throw new CaseNotFound();
    const [facts] = await reader.query(SCOPE_FACTS, scopeOf(actor, row, this.clock.now()));
    const known: CaseScopeFacts = facts ?? { hasOwnTask: false, regional: false, lookedUp: false };
    if (!maySee(actor, row, byLookUp ? known : { ...known, lookedUp: false })) throw new CaseNotFound();
    return row;
  }
}
