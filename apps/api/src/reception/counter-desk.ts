import { type CaseAction, isBeforeAcceptance, requireCaseAction, shanghaiToday, type SilentAcceptance } from '@onewindow/domain';
import type { CommandTx, CommandContext } from '../platform/index.js';
import { type Applicant, type ApplicantWithTwin, FIND_APPLICANT_OF_CASE } from '../applicants/index.js';
import { WorkingCalendars } from '../calendar/index.js';
import { authorOf, type Case, CaseNotFound, CaseStore, duplicateChanges, type EventAuthor } from '../cases/index.js';
import {
  caseFactsOf,
  FILES_OF_CASE,
  type FileRead,
  hasOwnConflict,
  type MaterialRead,
  MATERIALS_OF_CASE,
  requireBroughtHere,
  rolesOn,
  silenceOn,
} from '../case-view/index.js';
import { ItemVersions, type KnownVersion } from '../catalogue/index.js';
import { Organisation } from '../organisation/index.js';
import { type Actor, Database, hasRole, sql } from '../platform/index.js';
import { Injectable } from '@nestjs/common';
import { DraftClosed } from './reception-problems.js';

/** Of two drafts of one applicant for one item that are accepted at the same moment the second waits here, and then sees the first. */
const LOCK_TWINS = sql(
  `SELECT pg_advisory_xact_lock(hashtextextended('twins ' || c.applicant_id || c.item_id, 0)) FROM cases c WHERE c.id = $1 AND c.applicant_id IS NOT NULL`,
);

/** A locked case as it lies on the counter. */
export interface CounterCase {
  row: Case;
  version: KnownVersion;
  applicant: Applicant | null;
  materials: MaterialRead[];
  files: FileRead[];
  /** The person at the counter, with their place. */
  author: EventAuthor;
}

/** Takes a case for a clerk's command: locked, with everything that the counter's rules look at, in one round trip. */
@Injectable()
export class CounterDesk {
  constructor(
    private readonly cases: CaseStore,
    private readonly versions: ItemVersions,
    private readonly organisation: Organisation,
    private readonly database: Database,
    private readonly calendars: WorkingCalendars,
  ) {}

  /**
   * @param expectedVersion the version on the clerk's screen; left out where any state will do
   * @throws CaseNotFound for another hall's case, CaseChanged
   */
  async take(tx: CommandTx, ctx: CommandContext, id: string, expectedVersion?: number): Promise<CounterCase> {
    const [papers, [found]] = await Promise.all([this.takePapers(tx, ctx, id, expectedVersion), tx.query(FIND_APPLICANT_OF_CASE, [id])]);
    return { ...papers, ...standingOf(papers.row, found) };
  }

  /** The same for an action of R11's table. @throws what `requireOnCounter` throws */
  async takeFor(tx: CommandTx, ctx: CommandContext, action: CaseAction, id: string, expectedVersion: number): Promise<CounterCase> {
    // Sent ahead of the search, which has to see what the lock waited for.
    const twins = action === 'accept' ? tx.query(LOCK_TWINS, [id]) : null;
    const [on] = await Promise.all([this.take(tx, ctx, id, expectedVersion), twins]);
    requireOnCounter(action, on, ctx.actor, silenceOn(on.row, await this.calendars.current(), shanghaiToday(tx.now)));
    return on;
  }

  /** The same for an edit, which ends with the acceptance. @throws DraftClosed */
  async takeOpen(tx: CommandTx, ctx: CommandContext, id: string, expectedVersion: number): Promise<CounterCase> {
    const on = await this.take(tx, ctx, id, expectedVersion);
    if (!isBeforeAcceptance(on.row.status)) throw new DraftClosed(on.row.status);
    return on;
  }

  /** The same for work on the papers alone, which asks nothing about the applicant. */
  async takePapers(tx: CommandTx, ctx: CommandContext, id: string, expectedVersion?: number): Promise<Omit<CounterCase, 'applicant'>> {
    const on = await this.laid(tx, ctx, id, this.cases.lock(tx, ctx.actor, id, expectedVersion));
    requireOwnHall(ctx.actor, on.row);
    return on;
  }

  /**
   * Takes a case for what it still waits for after its acceptance: on the counter that received it, or on any of the district where the item says
   * so (通办) and the case was looked up there.
   * @throws CaseNotFound, CaseChanged, PapersElsewhere
   */
  async takeBrought(tx: CommandTx, ctx: CommandContext, id: string, expectedVersion?: number): Promise<CounterCase> {
    const locked = this.cases.lockSeen(tx, ctx.actor, id, expectedVersion);
    const [papers, [found]] = await Promise.all([this.laid(tx, ctx, id, locked), tx.query(FIND_APPLICANT_OF_CASE, [id])]);
    requireBroughtHere(ctx.actor, papers.row, papers.version.definition);
    return { ...papers, ...standingOf(papers.row, found) };
  }

  private async laid(tx: CommandTx, ctx: CommandContext, id: string, locked: Promise<Case>): Promise<Omit<CounterCase, 'applicant'>> {
    // Pipelined behind the lock, so each reads what the lock protects.
    const [row, materials, files, place] = await Promise.all([
      locked,
      tx.query(MATERIALS_OF_CASE, [id]),
      tx.query(FILES_OF_CASE, [id]),
      this.organisation.placeOf(ctx.actor),
    ]);
    const version = await this.versions.get(row.itemVersionId, tx);
    return { row, version, materials, files, author: authorOf(ctx, place) };
  }

  /** Everything that lies on the counter, without a lock: for looking at what a command would do. */
  async lookAtAll(actor: Actor, id: string): Promise<Omit<CounterCase, 'files' | 'author'>> {
    const { row, version } = await this.look(actor, id);
    const [materials, [found]] = await Promise.all([
      this.database.query(MATERIALS_OF_CASE, [id]),
      this.database.query(FIND_APPLICANT_OF_CASE, [id]),
    ]);
    return { row, version, materials, ...standingOf(row, found) };
  }

  /** The case before a body is read, without a lock: a stale or foreign one is refused before anything is stored. */
  async look(actor: Actor, id: string): Promise<{ row: Case; version: KnownVersion }> {
    const row = await this.cases.get(actor, id);
    requireOwnHall(actor, row);
    return { row, version: await this.versions.get(row.itemVersionId) };
  }

  /** The same for what is brought after the acceptance. @throws CaseNotFound, PapersElsewhere */
  async lookBrought(actor: Actor, id: string): Promise<{ row: Case; version: KnownVersion }> {
    const row = await this.cases.get(actor, id);
    const version = await this.versions.get(row.itemVersionId);
    requireBroughtHere(actor, row, version.definition);
    return { row, version };
  }
}

/**
 * What the table of R11 allows for a case on the counter. Missing papers are left to the list of all hindrances, which names each of them;
 * tasks play no part before a decision.
 * @param silence what silence has accepted (R2.4); left out for what it doesn't hinder
 * @throws what `requireCaseAction` throws
 */
export function requireOnCounter(
  action: CaseAction,
  { row, version, applicant }: CounterCase,
  actor: Actor,
  silence: SilentAcceptance | null = null,
): void {
  const ownConflict = hasOwnConflict(actor, row, applicant);
  const facts = caseFactsOf({ row, definition: version.definition, openTasks: 0, ownConflict, missingMaterials: 0, silence });
  requireCaseAction(action, { status: row.status, roles: rolesOn(actor, row), facts });
}

/** The applicant; the row learns in place beside which open case it stands now, which may have come up since its applicant was entered. */
function standingOf(row: Case, found: ApplicantWithTwin | undefined): { applicant: Applicant | null } {
  if (!found) return { applicant: null };
  const { openTwin, ...applicant } = found;
  Object.assign(row, duplicateChanges(row, openTwin));
  return { applicant };
}

/** R11: at the counter a clerk works on the own hall's cases; to be seen is not enough. */
function requireOwnHall(actor: Actor, row: Case): void {
  if (!hasRole(actor, 'clerk') || row.hallId !== actor.hallId) throw new CaseNotFound();
}
