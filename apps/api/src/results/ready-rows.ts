import type { BundleView, ReadyRow } from '@onewindow/contracts';
import { Injectable } from '@nestjs/common';
import { WorkingCalendars } from '../calendar/index.js';
import { CHILDREN_OF_BUNDLES, presentBundleChildren } from '../case-view/index.js';
import { ItemVersions } from '../catalogue/index.js';
import { Organisation, type OrganisationSnapshot } from '../organisation/index.js';
import { type Actor, Database } from '../platform/index.js';
import { presentReady } from './ready.presenter.js';
import type { ReadyRecord } from './result.statements.js';

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
    const bundles = await this.bundlesOf(records, units);
    return records.map((record) => {
      const bundle = bundles.get(record.caseId);
      return { ...presentReady(record, actor, units, on), ...(bundle ? { bundle } : {}) };
    });
  }

  /** Asks nothing where no row is a bundle. */
  private async bundlesOf(records: readonly ReadyRecord[], organisation: OrganisationSnapshot): Promise<Map<string, BundleView>> {
    const found: ReadyRecord[] = [];
    for (const record of records) if ((await this.versions.get(record.itemVersionId)).definition.bundle) found.push(record);
    if (found.length === 0) return new Map();
    const ids = found.map(({ caseId }) => caseId);
    const [children, calendar] = await Promise.all([this.database.query(CHILDREN_OF_BUNDLES, [ids]), this.calendars.current()]);
    const stage = { organisation, calendar, today: this.calendars.today() };
    return new Map(
      found.map(({ caseId, caseNo, itemName }): [string, BundleView] => {
        const own = children.filter(({ parentCaseId }) => parentCaseId === caseId);
        const shown = presentBundleChildren(own, stage, { whole: true, opens: true, ownKey: null });
        return [caseId, { role: 'parent', itemName, caseId, caseNo, ownKey: null, children: shown }];
      }),
    );
  }
}
