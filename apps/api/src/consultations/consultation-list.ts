import type { ConsultationRow, ConsultationTab, endpoints, InputOf, ResponseOf } from '@onewindow/contracts';
import { STANDING_TASK_STATUSES, endsBySilence, silenceCountsOn } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { ItemVersions } from '../catalogue/index.js';
import { Organisation, StaffNames } from '../organisation/index.js';
import { oneOf, type Actor, Database, decodeCursor, pageOf, sql } from '../platform/index.js';
import { LISTED_COLUMNS, LISTED_FROM, type ListedTask, matchesWords, TaskPresenter, type TaskWords, wordsOf } from '../review/index.js';
import { ConsultationRecords } from './consultation-records.js';

type Listed = ListedTask & { leadId: string; askingDepartmentId: string | null; itemVersionId: string };

const COLUMNS = `${LISTED_COLUMNS}, c.department_id AS "leadId", c.item_version_id AS "itemVersionId",
  (SELECT a.department_id FROM consultation q JOIN review_task a ON a.id = q.asking_task_id WHERE q.task_id = t.id) AS "askingDepartmentId"`;
const WORDS = matchesWords('$4');

/** What this person can answer; `$2` the person, `$3` the department. What a colleague has is the colleague's. */
const OPEN = sql<Listed>(
  `SELECT ${COLUMNS} FROM ${LISTED_FROM}
    WHERE t.department_id = $3 AND t.kind = 'consultation' AND t.status IN (${oneOf(STANDING_TASK_STATUSES)}) AND (t.status = 'pooled' OR t.holder_id = $2)
      AND ${WORDS} AND ($5::boolean IS NULL OR (t.paused, t.step_due, t.id) > ($5, $6::date, $7::uuid))
    ORDER BY t.paused, t.step_due, t.id LIMIT $8`,
);
const PASSED = sql<Listed>(
  `SELECT ${COLUMNS} FROM ${LISTED_FROM}
    WHERE t.department_id = $3 AND t.kind = 'consultation' AND t.done_at IS NOT NULL AND t.status = $2
      AND ${WORDS} AND ($5::timestamptz IS NULL OR (t.done_at, t.id) < ($5, $6::uuid))
    ORDER BY t.done_at DESC, t.id DESC LIMIT $7`,
);
const STATUS_OF = { answered: 'done', deemed: 'deemed' } as const satisfies Record<Exclude<ConsultationTab, 'open'>, string>;

type ListInput = InputOf<typeof endpoints.listConsultations>['query'];

/** 征求意见: what other departments wait for, by the day on which silence will count; and what came of the earlier ones. */
@Injectable()
export class ConsultationList {
  constructor(
    private readonly database: Database,
    private readonly presenter: TaskPresenter,
    private readonly records: ConsultationRecords,
    private readonly versions: ItemVersions,
    private readonly organisation: Organisation,
    private readonly staff: StaffNames,
  ) {}

  async page(actor: Actor, query: ListInput): Promise<ResponseOf<typeof endpoints.listConsultations>> {
    const words = wordsOf(query.q);
    const { rows, nextCursor } =
      query.tab === 'open' ? await this.open(actor, query, words) : await this.passed(actor, query.tab, query, words);
    return { items: await this.present(actor, rows), nextCursor };
  }

  private async open(actor: Actor, { cursor, limit }: ListInput, words: TaskWords | null) {
    const after = cursor ? decodeCursor(cursor, ['boolean', 'string', 'string']) : [null, null, null];
    const parameters = [actor.identityIndex, actor.staffId, actor.departmentId, words, ...after, limit + 1];
    return pageOf(await this.database.query(OPEN, parameters), limit, (row) => [row.paused, row.stepDue ?? '', row.id]);
  }

  private async passed(actor: Actor, tab: Exclude<ConsultationTab, 'open'>, { cursor, limit }: ListInput, words: TaskWords | null) {
    const after = cursor ? decodeCursor(cursor, ['string', 'string']) : [null, null];
    const parameters = [actor.identityIndex, STATUS_OF[tab], actor.departmentId, words, ...after, limit + 1];
    return pageOf(await this.database.query(PASSED, parameters), limit, (row) => [row.doneAt?.toISOString() ?? '', row.id]);
  }

  private async present(actor: Actor, listed: readonly Listed[]): Promise<ConsultationRow[]> {
    const [rows, questions] = await Promise.all([
      this.presenter.rows(actor, listed),
      this.records.ofTasks(
        this.database,
        listed.map(({ id }) => id),
      ),
    ]);
    const askers = await this.staff.refs([...questions.values()].map(({ askedBy }) => askedBy));
    const asking = listed.map(({ askingDepartmentId, leadId }) => askingDepartmentId ?? leadId);
    const units = await this.organisation.snapshot({ departments: asking });
    const versions = new Map(
      await Promise.all(
        [...new Set(listed.map(({ itemVersionId }) => itemVersionId))].map(async (id) => [id, await this.versions.get(id)] as const),
      ),
    );
    return listed.flatMap((task, at) => {
      const row = rows[at];
      const route = versions.get(task.itemVersionId)?.definition.route;
      if (!row || !route) return [];
      const question = questions.get(task.id);
      const isSilenceCounted = task.stepDue !== null && endsBySilence(route, task.stepKey);
      return {
        ...row,
        question: question?.question ?? null,
        askedBy: question ? (askers.get(question.askedBy) ?? null) : null,
        asking: units.departmentRef(asking[at] ?? task.leadId),
        silenceOn: isSilenceCounted && task.stepDue !== null ? silenceCountsOn(task.stepDue) : null,
        outcome: task.outcome,
        opinion: task.opinion,
        doneAt: task.doneAt?.toISOString() ?? null,
      };
    });
  }
}
