import { caseNamed, isInReview, isTaskHeld, withoutHidden } from '@onewindow/domain';
import { type ItemDefinition, topicOf } from '@onewindow/contracts';
import { Injectable } from '@nestjs/common';
import type { BundleChildRead } from '../case-view/index.js';
import { type Case, CaseStore, type EventInput, SYSTEM_AUTHOR } from '../cases/index.js';
import { NotificationWriter } from '../notifications/index.js';
import { type CommandTx, Sealer } from '../platform/index.js';
import { RouteRunner, TASKS_OF_CASE, TaskStore, type TaskWithHolder } from '../review/index.js';
import { AmendedChildren, type AmendmentEffect } from './amended-children.js';
import { type BundleSlice, isSameValue, slicedForm, titleOf } from './child-case.js';

/** One field or paper of the bundle that was corrected. */
export interface PointInBundle {
  /** 公司名称 */
  readonly name: string;
  /** In whose review; null of a field that went with another. */
  readonly childKey: string | null;
  readonly childName: string | null;
}

/** What was corrected in the bundle's form and list, by its key there. */
export interface CorrectedInBundle {
  /** The bundle, as it stands now. */
  readonly parent: Case;
  readonly fields: ReadonlyMap<string, PointInBundle>;
  readonly papers: ReadonlyMap<string, PointInBundle>;
}

interface Amended extends AmendmentEffect {
  /** The case's form or title is other than before. */
  readonly isOther: boolean;
  /** Fields that say something else now, by their titles. */
  readonly titles: readonly string[];
}

const NOTHING_AMENDED: Amended = { isOther: false, titles: [], changes: {}, events: [], news: [] };

/** What of the bundle is a child's, and the child's own item. */
export interface BundlePart {
  readonly slice: BundleSlice;
  readonly definition: ItemDefinition;
}

/**
 * 一件事 has one form without repeated fields: what one review had corrected (R3.3) is corrected for the departments that are at work as well. A
 * child that is decided keeps what was decided on; its own papers each department keeps, and hears of the new one.
 */
@Injectable()
export class BundleSiblings {
  constructor(
    private readonly cases: CaseStore,
    private readonly tasks: TaskStore,
    private readonly route: RouteRunner,
    private readonly sealer: Sealer,
    private readonly notifications: NotificationWriter,
    private readonly amended: AmendedChildren,
  ) {}

  /** Under the lock of the bundle's row: whoever holds two of its children at once holds that first. */
  async correct(tx: CommandTx, child: BundleChildRead, part: BundlePart, all: CorrectedInBundle): Promise<void> {
    if (child.childCaseId === null) return;
    const fields = elsewhere(child, part.slice.fields, all.fields);
    const papers = elsewhere(child, part.slice.materials, all.papers);
    const isConcerned = Object.values(part.slice.fields).some((merged) => all.fields.has(merged));
    if (!isConcerned && papers.length === 0) return;
    const row = await this.cases.lockForSystem(tx, child.childCaseId);
    // It may have been decided a moment ago, and nobody has followed yet.
    if (!isInReview(row.status)) return;
    const tasks = await tx.query(TASKS_OF_CASE, [row.id]);
    const { isOther, titles, changes, events, news } = isConcerned ? await this.amend(tx, row, tasks, part, all) : NOTHING_AMENDED;
    const data = (points: readonly PointInBundle[]) => ({ children: namesOf(points), points: points.map(({ name }) => name) });
    const story: EventInput[] = [
      ...(titles.length > 0 ? [{ action: 'bundle.amended', data: { children: namesOf(fields), points: titles } }] : []),
      ...events,
      ...(papers.length > 0 ? [{ action: 'bundle.corrected', data: data(papers) }] : []),
    ];
    if (isOther) await this.cases.save(tx, row, { ...changes, form: row.form, title: row.title }, SYSTEM_AUTHOR, story);
    else if (story.length > 0) await this.cases.note(tx, row, SYSTEM_AUTHOR, story);
    await this.tell(tx, row, tasks, [
      ...(titles.length > 0 ? [`${namesOf(fields).join('、')}审查中补正，本件的${titles.join('、')}随之改正`] : []),
      ...news,
      ...(papers.length > 0
        ? [`${namesOf(papers).join('、')}审查中补正了${data(papers).points.join('、')}，本件仍是原来的，需要时要求补正`]
        : []),
    ]);
  }

  /** The row is changed in place. */
  private async amend(
    tx: CommandTx,
    row: Case,
    tasks: TaskWithHolder[],
    { slice, definition }: BundlePart,
    { parent, fields }: CorrectedInBundle,
  ): Promise<Amended> {
    const fresh = slicedForm(parent, definition, slice, row.answers, this.sealer);
    const shared = Object.entries(slice.fields).flatMap(([key, merged]) => (fields.has(merged) ? [[key, fresh[key]] as const] : []));
    const form = withoutHidden(definition.form, { ...row.form, ...Object.fromEntries(shared) }, row.answers);
    const keys = Object.keys({ ...row.form, ...form });
    const changed = keys.filter((key) => !isSameValue(this.sealer, key, form[key], row.form[key]));
    // As it was named when it was opened; the one in whose review it was corrected is named anew as well.
    const title = titleOf(definition, form) ?? parent.title;
    const isRenamed = title !== row.title;
    if (changed.length === 0 && !isRenamed) return NOTHING_AMENDED;
    // Queues show the title from the task.
    const shown = isRenamed ? tasks.filter(({ doneAt }) => doneAt === null) : [];
    const before = row.form;
    Object.assign(row, { form, title });
    for (const task of shown) await this.tasks.save(tx, task, { title });
    if (changed.length === 0) return { ...NOTHING_AMENDED, isOther: true };
    const opened = await this.route.advance(tx, row, definition, tasks);
    const followed = await this.amended.follow(tx, { row, definition, before, keys: changed });
    const titles = changed.map((key) => definition.form.properties[key]?.title ?? key);
    return { ...followed, isOther: true, events: [...opened, ...followed.events], titles };
  }

  /** Whoever has the work hears of it; open screens of the departments read it anew. */
  private async tell(tx: CommandTx, row: Case, tasks: readonly TaskWithHolder[], sentences: readonly string[]): Promise<void> {
    tx.touch(...tasks.map(({ departmentId }) => topicOf.department(departmentId)));
    if (sentences.length === 0) return;
    const words = `${caseNamed(row)}：${sentences.join('；')}`;
    const told = tasks.flatMap(({ id, status, holderId }) =>
      isTaskHeld(status) && holderId !== null ? [{ staffId: holderId, taskId: id, words, caseId: row.id }] : [],
    );
    await this.notifications.write(tx, told);
  }
}

/** What of it a child asks for, and did not have corrected itself. */
function elsewhere(
  child: BundleChildRead,
  slice: Readonly<Record<string, string>>,
  points: ReadonlyMap<string, PointInBundle>,
): PointInBundle[] {
  return Object.values(slice).flatMap((merged) => {
    const point = points.get(merged);
    return point === undefined || point.childKey === child.childKey ? [] : [point];
  });
}

/** The children in whose reviews it was corrected, each once. */
export function namesOf(points: readonly PointInBundle[]): string[] {
  return [...new Set(points.flatMap(({ childName }) => childName ?? []))];
}
