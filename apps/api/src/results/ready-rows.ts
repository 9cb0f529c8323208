import type { BundleChildView, BundleView, ReadyRow } from '@onewindow/contracts';
import { Injectable } from '@nestjs/common';
import { WorkingCalendars } from '../calendar/index.js';
import { CHILDREN_OF_BUNDLES, presentBundleChildren } from '../case-view/index.js';
import { ItemVersions } from '../catalogue/index.js';
import { Organisation, type OrganisationSnapshot } from '../organisation/index.js';
import { type Actor, Database } from '../platform/index.js';
import { paperOf, paperProblem, presentPaper } from './paper.presenter.js';
import { presentReady } from './ready.presenter.js';
import type { ReadyRecord } from './ready.statements.js';
import { PAPERS_OF_CHILDREN } from './result.statements.js';

/** A bundle as the window hands it out. */
interface ReadyBundle {
  readonly view: BundleView;
  /** R6.2: why papers of children can't be handed out here, in Chinese, with their names; empty when all can. */
  readonly away: ReadonlyMap<string, readonly string[]>;
}

/** The rows of 出件台. A bundle is one row with everything that its one pickup hands out. */
@Injectable()
export class ReadyRows {
  constructor(
    private readonly database: Database,
    private readonly versions: ItemVersions,
    private readonly organisation: Organisation,
    private readonly calendars: WorkingCalendars,
  ) {}

  async present(records: readonly ReadyRecord[], actor: Actor): Promise<ReadyRow[]> {
    const [units, calendar] = [await this.organisation.snapshot(), await this.calendars.current()];
    const on = { today: this.calendars.today(), calendar };
    const known = await Promise.all(
      records.map(async (record) => ({ record, definition: (await this.versions.get(record.itemVersionId)).definition })),
    );
    const parents = known.flatMap(({ record, definition }) => (definition.bundle ? [record] : []));
    const bundles = await this.bundlesOf(parents, actor.hallId, units);
    return known.map(({ record, definition }) => {
      const row = presentReady(record, definition.delivery, actor, units, on);
      const bundle = bundles.get(record.caseId);
      if (!bundle) return row;
      return { ...row, bundle: bundle.view, problems: withAway(row.problems, bundle.away) };
    });
  }

  /** Asks nothing where there is none. */
  private async bundlesOf(
    found: readonly ReadyRecord[],
    hallId: string | null,
    organisation: OrganisationSnapshot,
  ): Promise<Map<string, ReadyBundle>> {
    if (found.length === 0) return new Map();
    const ids = found.map(({ caseId }) => caseId);
    const [children, papers, calendar] = await Promise.all([
      this.database.query(CHILDREN_OF_BUNDLES, [ids]),
      this.database.query(PAPERS_OF_CHILDREN, [ids]),
      this.calendars.current(),
    ]);
    const stage = { organisation, calendar, today: this.calendars.today() };
    return new Map(
      found.map(({ caseId, caseNo, itemName }): [string, ReadyBundle] => {
        const away = new Map<string, string[]>();
        const withPaper = (child: BundleChildView): BundleChildView => {
          const record = papers.find((one) => one.parentCaseId === caseId && one.childKey === child.key);
          const paper = record ? paperOf(record, record.hallId) : null;
          const problem = paperProblem(paper, hallId, organisation);
          if (problem !== null) away.set(problem, [...(away.get(problem) ?? []), child.result?.name ?? child.name]);
          return {
            ...child,
            paper: paper && hallId !== null ? presentPaper(paper, record?.paperSince ?? null, hallId, organisation) : null,
          };
        };
        const own = children.filter(({ parentCaseId }) => parentCaseId === caseId);
        const shown = presentBundleChildren(own, stage, { whole: true, opens: true, ownKey: null }).map(withPaper);
        return [caseId, { view: { role: 'parent', itemName, caseId, caseNo, ownKey: null, children: shown }, away }];
      }),
    );
  }
}

/** One signature takes everything, so one paper that lies elsewhere holds up all of it. */
function withAway(problems: ReadyRow['problems'], away: ReadyBundle['away']): ReadyRow['problems'] {
  const reason = [...away].map(([problem, names]) => `${names.join('、')}：${problem}`).join('；');
  return away.size === 0 ? problems : [...problems, { code: 'childPaper', reason }];
}
