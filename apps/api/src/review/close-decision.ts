import type { ItemDefinition } from '@onewindow/contracts';
import { nextCaseStatus } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { type Case, CaseStore, SYSTEM_AUTHOR } from '../cases/index.js';
import { ItemVersions } from '../catalogue/index.js';
import { NoticeIssuer, ResultMaker, wantsDecisionNotice } from '../notices/index.js';
import { type CommandContext, type CommandTx, sql } from '../platform/index.js';
import { RouteRunner } from './route-runner.js';

const APPLICANT_KIND = sql<{ kind: 'natural' | 'legal' }>('SELECT kind FROM applicant WHERE id = $1');

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

  async subjectOf(tx: CommandTx, row: Case): Promise<DecisionSubject> {
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
    const issuedBy = { staffId: ctx.actor.staffId, name: ctx.actor.name };
    const isElectronic = definition.result.electronic || decision === 'deny';
    if (!isElectronic) await this.cases.note(tx, row, SYSTEM_AUTHOR, [await this.route.openIssue(tx, row)]);
    else {
      const status = nextCaseStatus(row.status, 'issue');
      const event = {
        action: 'issue',
        fromStatus: row.status,
        toStatus: status,
        data: { result: definition.result.name, electronic: definition.result.electronic, decision },
      };
      await this.cases.save(tx, row, { status, readyAt: tx.now }, SYSTEM_AUTHOR, [event]);
    }
    // Numbers come last: their series stay locked until the commit.
    if (wantsDecisionNotice(definition, decision))
      await this.notices.issue(tx, { kind: 'decision', row, definition, applicantKind, issuedBy });
    if (isElectronic) await this.results.make(tx, { row, definition, applicantKind, issuedBy: null, place: null });
  }
}
