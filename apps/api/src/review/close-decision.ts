import type { ItemDefinition } from '@onewindow/contracts';
import { nextCaseStatus } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { type Case, CaseStore, SYSTEM_AUTHOR } from '../cases/index.js';
import { ItemVersions } from '../catalogue/index.js';
import { NoticeIssuer, ResultMaker, wantsDecisionNotice } from '../notices/index.js';
import { type CommandContext, type CommandTx, sql } from '../platform/index.js';
import { RouteRunner } from './route-runner.js';

const APPLICANT_KIND = sql<{ kind: 'natural' | 'legal' }>('SELECT kind FROM applicant WHERE id = $1');
const OPEN_DEFERRED = sql<{ open: number }>(
  `SELECT count(*)::integer AS open FROM case_material WHERE case_id = $1 AND verdict = 'deferred'`,
);

export interface DecisionSubject {
  definition: ItemDefinition;
  applicantKind: 'natural' | 'legal';
}

/** What follows a decision: its notice, and the result at once or the desk that makes it. */
@Injectable()
export class CloseDecision {
  constructor(
    private readonly versions: ItemVersions,
    private readonly notices: NoticeIssuer,
    private readonly results: ResultMaker,
    private readonly route: RouteRunner,
    private readonly cases: CaseStore,
  ) {}

  async subjectOf(tx: Pick<CommandTx, 'query'>, row: Case): Promise<DecisionSubject> {
    const [{ definition }, [applicant]] = await Promise.all([
      this.versions.get(row.itemVersionId, tx),
      tx.query(APPLICANT_KIND, [row.applicantId]),
    ]);
    return { definition, applicantKind: applicant?.kind ?? 'natural' };
  }

  /**
   * R11 `issue`: the system issues an electronic result; a denial's notice is made by the system too and served like a result.
   * A result on paper opens 出证 in the lead department instead (art 44).
   */
  async afterDecision(tx: CommandTx, ctx: CommandContext, row: Case, { definition, applicantKind }: DecisionSubject): Promise<void> {
    const decision = row.decision ?? 'grant';
    const issuedBy = { staffId: ctx.actor.staffId, name: this.cases.nameOn(row, ctx.actor.name) };
    const isElectronic = definition.result.electronic || decision === 'deny';
    const issues = isElectronic && !(await this.waitsForDeferred(tx, row, definition));
    if (!isElectronic) await this.cases.note(tx, row, SYSTEM_AUTHOR, [await this.route.openIssue(tx, row)]);
    else if (issues) await this.markIssued(tx, row, definition);
    if (definition.onlyInBundle) tx.appendOutbox('follow-bundle', { caseId: row.id });
    // Numbers come last: their series stay locked until the commit.
    if (wantsDecisionNotice(definition, decision))
      await this.notices.issue(tx, { kind: 'decision', row, definition, applicantKind, issuedBy });
    if (issues) await this.results.make(tx, { row, definition, applicantKind, issuedBy: null, place: null });
  }

  /** R4.4: the result that the system could not issue at the decision goes out with the last deferred material. */
  async issueElectronic(tx: CommandTx, row: Case, { definition, applicantKind }: DecisionSubject): Promise<void> {
    await this.markIssued(tx, row, definition);
    await this.results.make(tx, { row, definition, applicantKind, issuedBy: null, place: null });
  }

  private async markIssued(tx: CommandTx, row: Case, { result }: ItemDefinition): Promise<void> {
    const status = nextCaseStatus(row.status, 'issue');
    const data = { result: result.name, electronic: result.electronic, decision: row.decision ?? 'grant' };
    const event = { action: 'issue', fromStatus: row.status, toStatus: status, data };
    await this.cases.save(tx, row, { status, readyAt: tx.now }, SYSTEM_AUTHOR, [event]);
  }

  /** R4.4: not a denial, whose notice is served all the same. Items that never defer are not asked. */
  private async waitsForDeferred(tx: CommandTx, row: Case, { allowsDeferral }: ItemDefinition): Promise<boolean> {
    if (row.decision === 'deny' || !allowsDeferral) return false;
    const [found] = await tx.query(OPEN_DEFERRED, [row.id]);
    return (found?.open ?? 0) > 0;
  }
}
