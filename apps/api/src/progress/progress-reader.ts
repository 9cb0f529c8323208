import type { endpoints, ItemDefinition, ResponseOf } from '@onewindow/contracts';
import { type CaseStatus, DomainError, isInReview } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { WorkingCalendars } from '../calendar/index.js';
import { presentClock } from '../cases/index.js';
import { CHILDREN_OF_BUNDLES, MATERIALS_OF_CASE } from '../case-view/index.js';
import { ItemVersions } from '../catalogue/index.js';
import { itemInFull } from '../notices/index.js';
import { Organisation, type OrganisationSnapshot } from '../organisation/index.js';
import { AppConfig, Database } from '../platform/index.js';
import { HallQueues } from '../tickets/index.js';
import { askOf, notesOf } from './progress-asks.js';
import { childrenDone, progressChildren } from './progress-children.js';
import { progressSteps, statusWords } from './progress-steps.js';
import { FIND_PROGRESS, OPEN_CORRECTIONS, type ProgressRecord, REVIEW_TASKS } from './progress.statements.js';

class ProgressUnknown extends DomainError {
  constructor() {
    super({ code: 'progress.not-found', title: '没有找到这个二维码对应的办件。重新扫描回执上的二维码。', kind: 'not-found' });
  }
}

function pickupWords({ scope, delivery }: ItemDefinition): string {
  const others = delivery.flatMap((way) => (way === 'window' ? [] : [{ post: '邮寄', cabinet: '自助柜' }[way]]));
  const window = scope === 'region' ? '任一大厅可取' : '受理大厅可取';
  if (!delivery.includes('window')) return others.join('、');
  return others.length === 0 ? window : `${window}，也可${others.join('、')}`;
}

/** After these there is nothing left to go to a hall for. */
const OVER: ReadonlySet<CaseStatus> = new Set(['concluded', 'declined', 'withdrawn', 'terminated']);
const MOST_HALLS = 4;

/** What the receipt's QR code opens (R10.3): how far it is and by when, and nothing of any person. */
@Injectable()
export class ProgressReader {
  constructor(
    private readonly database: Database,
    private readonly versions: ItemVersions,
    private readonly organisation: Organisation,
    private readonly calendars: WorkingCalendars,
    private readonly queues: HallQueues,
    private readonly config: AppConfig,
  ) {}

  async read(token: string): Promise<ResponseOf<typeof endpoints.getProgress>> {
    const [record] = await this.database.query(FIND_PROGRESS, [token]);
    if (!record) throw new ProgressUnknown();
    const [tasks, corrections, materials, version, units, calendar] = await Promise.all([
      this.database.query(REVIEW_TASKS, [record.id]),
      this.database.query(OPEN_CORRECTIONS, [record.id]),
      this.database.query(MATERIALS_OF_CASE, [record.id]),
      this.versions.get(record.itemVersionId),
      this.organisation.snapshot(),
      this.calendars.current(),
    ]);
    const { definition } = version;
    const children = definition.bundle ? await this.database.query(CHILDREN_OF_BUNDLES, [[record.id]]) : [];
    const departmentName = (id: string): string => units.department(id)?.shortName ?? '';
    const counter = record.counterId === null ? undefined : units.counter(record.counterId);
    const unit = units.hall(record.hallId);
    const hall = unit?.name ?? '';
    const ask = askOf(record, version, materials, this.calendars.today(), corrections);
    const isRunning = isInReview(record.status);
    const promised = { start: record.acceptedOn, due: record.promisedDue, provisional: false, pauses: record.halts };
    return {
      regionName: this.config.regionName,
      caseNo: record.caseNo,
      itemName: itemInFull(record.itemName, definition.subtype),
      status: record.status,
      statusWords: statusWords(record),
      // Once it is decided, a day by which it was to be decided only misleads.
      promisedDue: isRunning ? record.promisedDue : null,
      promisedRemaining: isRunning ? (presentClock(promised, this.calendars.today(), calendar)?.remaining ?? null) : null,
      statutoryDue: isRunning ? record.statutoryDue : null,
      steps: progressSteps(record, tasks, {
        reception: counter ? `${hall} ${counter.number} 号窗口` : hall,
        pickup: pickupWords(definition),
        deferred: materials.filter(({ verdict }) => verdict === 'deferred').length,
        departmentName,
        ...(children.length > 0 ? { children: childrenDone(children) } : {}),
      }),
      ...(children.length > 0 ? { children: progressChildren(children, corrections, departmentName) } : {}),
      ask,
      notes: notesOf(record),
      // What stops the acceptance is brought to the receiving hall.
      waiting: await this.waiting(record, ask !== null && record.acceptedOn === null ? 'hall' : definition.scope, units),
      contact: unit ? { name: unit.name, phone: unit.phone } : null,
      updatedAt: record.updatedAt.toISOString(),
    };
  }

  /** 现在等候: in the receiving hall, and in the others where the item may be brought and collected. */
  private async waiting(
    { status, hallId }: Pick<ProgressRecord, 'status' | 'hallId'>,
    scope: ItemDefinition['scope'],
    units: OrganisationSnapshot,
  ): Promise<ResponseOf<typeof endpoints.getProgress>['waiting']> {
    if (OVER.has(status)) return [];
    const own = units.halls.filter(({ id }) => id === hallId);
    const others = scope === 'region' ? units.halls.filter(({ id }) => id !== hallId) : [];
    const halls = [...own, ...others];
    const found = new Map((await this.queues.waitingIn(halls.map(({ id }) => id))).map((one) => [one.hallId, one]));
    return halls
      .flatMap(({ id, name }) => {
        const one = found.get(id);
        return one ? [{ hall: name, people: one.people, minutes: one.minutes }] : [];
      })
      .slice(0, MOST_HALLS);
  }
}
