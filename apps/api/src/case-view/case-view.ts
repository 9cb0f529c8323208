import type { CaseDetail, CaseEvent, CaseMaterial, CaseSummary } from '@onewindow/contracts';
import { shanghaiToday } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { WorkingCalendars } from '../calendar/index.js';
import type { Case } from '../cases/index.js';
import { ItemVersions } from '../catalogue/index.js';
import { type NamedUnits, Organisation, StaffNames } from '../organisation/index.js';
import { type Actor, Clock } from '../platform/index.js';
import { presentDetail, presentSummary, type Stage, type SummaryRow } from './case.presenter.js';
import { readBundle } from './bundle-reads.js';
import { type CaseReads, FILES_OF_CASE, MATERIALS_OF_CASE, readCase, type Reader } from './case-reads.js';
import { EVENTS_OF_CASE, LATEST_EVENTS_OF_CASE, presentEvent } from './event.presenter.js';
import { presentMaterials } from './material.presenter.js';

/** How cases are shown. Who may see one is `CaseStore`'s business; what of it is shown to whom is decided here. */
@Injectable()
export class CaseView {
  constructor(
    private readonly versions: ItemVersions,
    private readonly organisation: Organisation,
    private readonly staff: StaffNames,
    private readonly calendars: WorkingCalendars,
    private readonly clock: Clock,
  ) {}

  /**
   * A whole case for this actor, as it stands in the reader's transaction.
   * @param known what the command has read or written already, so that it is not read again
   */
  async present(reader: Reader, row: Case, actor: Actor, known: Partial<CaseReads> = {}): Promise<CaseDetail> {
    const [version, reads] = await Promise.all([this.versions.get(row.itemVersionId, reader), readCase(reader, row, known)]);
    const bundle = await readBundle(reader, row, version.definition);
    const stage = await this.stage(
      actor,
      { halls: [row.hallId], departments: [row.departmentId, ...reads.tasks.map((task) => task.departmentId)] },
      reader,
    );
    const named = [
      row.createdBy,
      row.decidedBy,
      reads.result?.handedOverBy ?? null,
      ...reads.tasks.flatMap(({ holderId, completedBy }) => [holderId, completedBy]),
    ];
    return presentDetail(row, version, { ...reads, bundle }, await this.staff.refs(named, reader), stage);
  }

  /** Rows of a list, in their order. */
  async summaries(rows: readonly SummaryRow[], actor: Actor): Promise<CaseSummary[]> {
    const named = { halls: rows.map((row) => row.hallId), departments: rows.map((row) => row.departmentId) };
    const stage = await this.stage(actor, named);
    return rows.map((row) => presentSummary(row, stage));
  }

  /** The checklist of a case with its files. */
  async materials(reader: Reader, row: Case): Promise<CaseMaterial[]> {
    const [{ definition }, materials, files] = await Promise.all([
      this.versions.get(row.itemVersionId, reader),
      reader.query(MATERIALS_OF_CASE, [row.id]),
      reader.query(FILES_OF_CASE, [row.id]),
    ]);
    return presentMaterials(row, definition, materials, files);
  }

  /** The story of a case, oldest first (R10.1). The actor must be one who may see the case. */
  async events(reader: Reader, row: Pick<Case, 'id'>, _actor: Actor): Promise<CaseEvent[]> {
    const events = await reader.query(EVENTS_OF_CASE, [row.id]);
    return events.map(presentEvent);
  }

  /** The end of the story, oldest first. A case that goes back and forth for years has a long one. */
  async latestEvents(reader: Reader, row: Pick<Case, 'id'>, count: number): Promise<CaseEvent[]> {
    const events = await reader.query(LATEST_EVENTS_OF_CASE, [row.id, count]);
    return events.reverse().map(presentEvent);
  }

  private async stage(actor: Actor, named: NamedUnits, reader?: Reader): Promise<Stage> {
    const [organisation, calendar] = await Promise.all([this.organisation.snapshot(named, reader), this.calendars.current()]);
    return { actor, organisation, calendar, today: shanghaiToday(this.clock.now()) };
  }
}
