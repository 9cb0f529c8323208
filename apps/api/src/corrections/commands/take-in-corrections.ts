import { type Endpoints, type InputOf, type ResponseOf, topicOf } from '@onewindow/contracts';
import { caseNamed, type CorrectedPoint, isTaskHeld } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { CaseStore, MaterialNeedsFile } from '../../cases/index.js';
import { NoticeIssuer } from '../../notices/index.js';
import { NotificationWriter } from '../../notifications/index.js';
import { type CommandContext, CommandRunner, type CommandTx } from '../../platform/index.js';
import { type CounterCase, CounterDesk, judged, saveMaterial, stateOf, withState } from '../../reception/index.js';
import { TASKS_OF_CASE, type TaskWithHolder } from '../../review/index.js';
import { requireAwaited, requireOpenCorrection } from '../awaited-points.js';
import { CorrectedForm } from '../corrected-form.js';
import type { Correction } from '../correction.entity.js';
import { CorrectionAnswers } from '../correction-answers.js';
import { CorrectionNotFound, NothingCorrected } from '../correction-problems.js';
import { CorrectionShelf } from '../correction-shelf.js';

type Input = InputOf<Endpoints['takeInCorrections']>;
type Answer = ResponseOf<Endpoints['takeInCorrections']>;

/** 收审查补正: papers and corrected fields are taken in and receipted; the route looks at the form anew, and the officer hears what came. */
@Injectable()
export class TakeInCorrections {
  constructor(
    private readonly runner: CommandRunner,
    private readonly desk: CounterDesk,
    private readonly cases: CaseStore,
    private readonly form: CorrectedForm,
    private readonly answers: CorrectionAnswers,
    private readonly notices: NoticeIssuer,
    private readonly notifications: NotificationWriter,
    private readonly shelf: CorrectionShelf,
  ) {}

  run(ctx: CommandContext, { params, body }: Input): Promise<Answer> {
    return this.runner.run(ctx, async (tx) => {
      const found = await this.shelf.find(params.id, tx);
      if (!found) throw new CorrectionNotFound();
      const on = await this.desk.takeBrought(tx, ctx, found.caseId, body.expectedVersion);
      const { row, version } = on;
      const one = requireOpenCorrection(await this.shelf.find(params.id, tx), row);
      if (body.materials.length + Object.keys(body.fields).length === 0) throw new NothingCorrected();
      const all = await tx.query(TASKS_OF_CASE, [row.id]);
      const at = tx.now.toISOString();
      const papers = [...new Set(body.materials)].map((code) => ({ ...this.paper(tx, ctx, on, one, code), at }));
      const entered = await this.form.enter(tx, on, one, body.fields, all);
      const fields = entered.points.map((field) => ({ ...field, at }));
      const points: CorrectedPoint[] = [...papers, ...fields];
      const names = points.map((point) => wordsOf(one, point));
      const { left, changes, event } = await this.answers.add(tx, row, one, { points, names, by: ctx.actor.staffId });
      const stands = { ...changes, form: row.form, title: row.title, placeCode: row.placeCode };
      await this.cases.save(tx, row, stands, on.author, [event, ...entered.events]);
      await this.tell(tx, one, all, [`收到补正：${names.join('；')}`, left === 0 ? '补正收齐' : `还差 ${left} 项`, ...entered.news]);
      // 一件事: what is corrected here is corrected in the one form that the next departments begin with.
      if (version.definition.onlyInBundle) tx.appendOutbox('follow-bundle', { caseId: row.id });
      if (papers.length > 0) {
        await this.receipt(tx, ctx, on, papers);
        // R7: the next case is offered what came now, not what the review found wrong.
        tx.appendOutbox('shelve-materials', { caseId: row.id, codes: papers.map(({ key }) => key) });
      }
      const [correction] = await this.shelf.present(tx, [one]);
      if (!correction) throw new CorrectionNotFound();
      return { correction, version: row.version, left };
    });
  }

  /** A corrected paper arrives now, whatever lay there before. @throws CorrectionNotAwaited, MaterialNeedsFile (422) */
  private paper(tx: CommandTx, ctx: CommandContext, on: CounterCase, one: Correction, code: string): Omit<CorrectedPoint, 'at'> {
    const { key } = requireAwaited(one, 'material', code);
    const own = on.files.filter((file) => file.materialCode === code);
    // Ids rise with time: those above the request's came after it.
    const came = own.filter((file) => file.id > one.id);
    const medium = on.version.definition.materials.find((material) => material.code === code)?.medium;
    if (medium === 'electronic' && came.length === 0) throw new MaterialNeedsFile();
    const before = { ...stateOf(on.materials, code), receivedAt: null };
    const state = judged(before, { verdict: 'qualified' }, tx.now);
    saveMaterial(tx, on.row.id, state, ctx.actor.staffId);
    on.materials = withState(on.materials, state);
    const listed = (files: readonly { name: string }[]): string => (files.length === 0 ? '纸质' : files.map(({ name }) => name).join('、'));
    return { kind: 'material', key, before: listed(own.filter((file) => file.id <= one.id)), after: listed(came) };
  }

  private async receipt(tx: CommandTx, ctx: CommandContext, on: CounterCase, papers: readonly { key: string }[]): Promise<void> {
    const materials = on.materials.filter(({ code }) => papers.some(({ key }) => key === code));
    await this.notices.issue(tx, {
      kind: 'takeIn',
      row: on.row,
      definition: on.version.definition,
      applicantKind: on.applicant?.kind ?? 'natural',
      issuedBy: { staffId: ctx.actor.staffId, name: ctx.actor.name },
      materials,
    });
  }

  /** Who has the work now hears of it; else who asked. */
  private async tell(tx: CommandTx, one: Correction, all: readonly TaskWithHolder[], sentences: readonly string[]): Promise<void> {
    const task = all.find(({ id }) => id === one.taskId);
    if (!task) return;
    const words = `${caseNamed(task)}：${sentences.join('。')}`;
    // The work may have gone to another department or round since it was asked for.
    const held = all.filter(({ kind, status }) => (kind === 'review' || kind === 'decision') && isTaskHeld(status));
    const now = held.find(({ id }) => id === task.id) ? [task] : held;
    const told = now.flatMap(({ id, holderId }) => (holderId === null ? [] : [{ staffId: holderId, taskId: id }]));
    const people = told.length > 0 ? told : [{ staffId: one.askedBy, taskId: task.id }];
    await this.notifications.write(
      tx,
      people.map(({ staffId, taskId }) => ({ staffId, words, caseId: task.caseId, taskId })),
    );
    const departments = [task, ...now].map(({ departmentId }) => topicOf.department(departmentId));
    tx.touch(...new Set(departments), topicOf.hall(one.hallId), topicOf.case(one.caseId));
  }
}

/** 同意户数：12 改为 14; a paper by its name alone. */
function wordsOf({ points }: Correction, { kind, key, before, after }: CorrectedPoint): string {
  const name = points.find((point) => point.kind === kind && point.key === key)?.name ?? key;
  return kind === 'field' && before !== null && after !== null ? `${name}：${before} 改为 ${after}` : name;
}
