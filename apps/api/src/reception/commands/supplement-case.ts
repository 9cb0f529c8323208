import type { CaseDetail, Endpoints, InputOf } from '@onewindow/contracts';
import { nextCaseStatus, shanghaiToday, supplementExpectedOn } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { WorkingCalendars } from '../../calendar/index.js';
import { CaseStore } from '../../cases/index.js';
import { CaseView, missingMaterials } from '../../case-view/index.js';
import { NoticeIssuer } from '../../notices/index.js';
import { type CommandContext, CommandRunner } from '../../platform/index.js';
import { CaseNumbers } from '../case-numbers.js';
import { CounterDesk } from '../counter-desk.js';
import { issuing } from '../notice-facts.js';
import { MaterialsUnchecked, NothingToSupplement } from '../reception-problems.js';
import { receiveFirst } from '../reception-steps.js';

/** 一次告知: the ONE notice of everything that is missing (R2.3). */
@Injectable()
export class SupplementCase {
  constructor(
    private readonly runner: CommandRunner,
    private readonly numbers: CaseNumbers,
    private readonly desk: CounterDesk,
    private readonly cases: CaseStore,
    private readonly notices: NoticeIssuer,
    private readonly calendars: WorkingCalendars,
    private readonly view: CaseView,
  ) {}

  async run(ctx: CommandContext, { params, body }: InputOf<Endpoints['supplementCase']>): Promise<CaseDetail> {
    const caseNo = await this.numbers.takeFor(ctx.actor, params.id);
    return await this.runner.run(ctx, async (tx) => {
      const on = await this.desk.takeFor(tx, ctx, 'supplement', params.id, body.expectedVersion);
      const { row, applicant, materials, files } = on;
      const calendar = await this.calendars.current();
      const missing = missingMaterials({ ...on, today: shanghaiToday(tx.now) });
      const text = body.text || undefined;
      if (missing.length === 0 && text === undefined) throw new NothingToSupplement();
      const unchecked = missing.filter(({ problem }) => problem === 'unchecked');
      if (unchecked.length > 0) throw new MaterialsUnchecked(unchecked.map(({ name }) => name));
      const before = receiveFirst('supplement', row, caseNo, tx.now);
      const status = nextCaseStatus(row.status, 'supplement');
      const { due: by } = supplementExpectedOn({ servedOn: shanghaiToday(tx.now), calendar });
      const again = row.supplementCount > 0;
      // R2.3: a supervisor's word is good for one further notice.
      const supplement = { supplementCount: row.supplementCount + 1, supplementBy: by, supplementOverride: false };
      const changes = { ...before.changes, status, ...supplement };
      const data = { materials: missing.map(({ name, reason }) => `${name}（${reason}）`), text, by, ...(again ? { again } : {}) };
      const event = { action: 'supplement', fromStatus: row.status, toStatus: status, data };
      Object.assign(row, changes);
      await Promise.all([
        this.cases.save(tx, row, changes, on.author, [...before.events, event]),
        this.notices.issue(tx, { ...issuing(on, ctx.actor), kind: 'supplement', materials, ...(text === undefined ? {} : { text }) }),
      ]);
      return await this.view.present(tx, row, ctx.actor, { applicant, materials, files });
    });
  }
}
