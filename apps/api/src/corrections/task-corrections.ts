import type { Endpoints, ResponseOf } from '@onewindow/contracts';
import { addCalendarDays, correctionBasis, LONGEST_CORRECTION_DAYS } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { WorkingCalendars } from '../calendar/index.js';
import { CaseStore } from '../cases/index.js';
import { MATERIALS_OF_CASE } from '../case-view/index.js';
import { ItemVersions } from '../catalogue/index.js';
import { type Actor, Database } from '../platform/index.js';
import { TaskStore } from '../review/index.js';
import { correctables } from './correction-points.js';
import { CorrectionShelf } from './correction-shelf.js';

/** What was asked of the applicant during review, and what could be asked for, beside an open task. */
@Injectable()
export class TaskCorrections {
  constructor(
    private readonly database: Database,
    private readonly tasks: TaskStore,
    private readonly cases: CaseStore,
    private readonly versions: ItemVersions,
    private readonly calendars: WorkingCalendars,
    private readonly shelf: CorrectionShelf,
  ) {}

  /** @throws TaskNotFound, CaseNotFound */
  async get(actor: Actor, taskId: string): Promise<ResponseOf<Endpoints['taskCorrections']>> {
    const task = await this.tasks.get(actor, taskId);
    const row = await this.cases.get(actor, task.caseId);
    const [rows, { definition }, materials] = await Promise.all([
      this.shelf.ofCase(row.id),
      this.versions.get(row.itemVersionId),
      this.database.query(MATERIALS_OF_CASE, [row.id]),
    ]);
    const items = await this.shelf.present(this.database, rows);
    return {
      items,
      choices: correctables(row, definition, materials),
      latestOn: addCalendarDays(this.calendars.today(), LONGEST_CORRECTION_DAYS),
      pauseBasis: correctionBasis(definition),
    };
  }
}
