import type { CorrectionView, Endpoints, InputOf } from '@onewindow/contracts';
import { topicOf } from '@onewindow/contracts';
import { correctionBasis, correctionDayProblem, shanghaiToday } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { CaseStore } from '../../cases/index.js';
import { MATERIALS_OF_CASE } from '../../case-view/index.js';
import { ItemVersions } from '../../catalogue/index.js';
import { CorrectionPause } from '../../clocks/index.js';
import { NoticeIssuer } from '../../notices/index.js';
import { type CommandContext, CommandRunner, type CommandTx, newId, sql } from '../../platform/index.js';
import { TaskStore } from '../../review/index.js';
import type { Correction } from '../correction.entity.js';
import { refusalOfCorrections } from '../correction-offer.js';
import { correctables } from '../correction-points.js';
import { CorrectionDayUnfit, CorrectionPointUnknown } from '../correction-problems.js';
import { CorrectionShelf } from '../correction-shelf.js';

const APPLICANT_KIND = sql<{ kind: 'natural' | 'legal' }>('SELECT kind FROM applicant WHERE id = $1');

/** What the record of the pause holds. */
const LONGEST_REASON = 500;

type Body = InputOf<Endpoints['requestCorrections']>['body'];

/** 审查中补正: the holder asks the applicant for corrections, everything at once, with a notice; the clock runs on unless the item names a basis (R3.3). */
@Injectable()
export class RequestCorrections {
  constructor(
    private readonly runner: CommandRunner,
    private readonly tasks: TaskStore,
    private readonly cases: CaseStore,
    private readonly versions: ItemVersions,
    private readonly notices: NoticeIssuer,
    private readonly shelf: CorrectionShelf,
    private readonly pauses: CorrectionPause,
  ) {}

  run(ctx: CommandContext, { params, body }: InputOf<Endpoints['requestCorrections']>): Promise<CorrectionView> {
    return this.runner.run(ctx, (tx) => this.askIn(tx, ctx, params.id, body));
  }

  /** Asks within a transaction of the caller's. */
  async askIn(tx: CommandTx, ctx: CommandContext, taskId: string, body: Body): Promise<CorrectionView> {
    const locked = await this.tasks.lock(tx, ctx.actor, taskId, body.expectedVersion);
    const { row, task } = locked;
    const [isOpen, { definition }, [applicant], materials] = await Promise.all([
      this.shelf.isOpen(row.id, tx),
      this.versions.get(row.itemVersionId, tx),
      tx.query(APPLICANT_KIND, [row.applicantId]),
      tx.query(MATERIALS_OF_CASE, [row.id]),
    ]);
    const refused = refusalOfCorrections(ctx.actor, locked, isOpen);
    if (refused) throw refused.error();
    const unfit = correctionDayProblem(body.dueOn, shanghaiToday(tx.now));
    if (unfit !== null) throw new CorrectionDayUnfit(unfit);
    const possible = correctables(row, definition, materials);
    const points = body.points.map((point, at) => {
      const found = possible.find(({ kind, key }) => kind === point.kind && key === point.key);
      const isAgain = body.points.findIndex(({ kind, key }) => kind === point.kind && key === point.key) !== at;
      if (!found || isAgain) throw new CorrectionPointUnknown(found?.name ?? point.key);
      return { ...found, reason: point.reason };
    });
    const one: Correction = {
      id: newId(),
      caseId: row.id,
      taskId: task.id,
      stepName: task.stepName,
      hallId: row.hallId,
      status: 'open',
      askedBy: ctx.actor.staffId,
      askedAt: tx.now,
      dueOn: body.dueOn,
      points,
      brought: null,
      closedAt: null,
      closedBy: null,
    };
    const names = points.map(({ name, reason }) => `${name}（${reason}）`);
    const data = { step: task.stepKey, stepName: task.stepName, points: names, by: body.dueOn };
    const basis = correctionBasis(definition);
    await this.shelf.add(tx, one);
    await this.tasks.begin(tx, task);
    await this.tasks.save(tx, task, { idleSince: shanghaiToday(tx.now) });
    const reason = names.join('；').slice(0, LONGEST_REASON);
    const pause = basis === null ? null : await this.pauses.start(tx, ctx, row, { id: one.id, taskId, basis, reason, dueOn: body.dueOn });
    const event = { action: 'correction.request', taskId, data: { ...data, ...pause?.facts } };
    if (pause === null) await this.cases.note(tx, row, ctx, [event]);
    else await this.cases.save(tx, row, pause.changes, ctx, [event]);
    tx.touch(topicOf.hall(row.hallId), topicOf.case(row.id));
    // The number comes last: its series stays locked until the commit.
    const notice = await this.notices.issue(tx, {
      kind: 'supplement',
      row,
      definition,
      applicantKind: applicant?.kind ?? 'natural',
      issuedBy: { staffId: ctx.actor.staffId, name: this.cases.nameOn(row, ctx.actor.name) },
      gaps: points.map(({ name, reason }) => ({ name, reason })),
      reviewDay: body.dueOn,
      pauseBasis: basis,
    });
    await pause?.keep(notice.id);
    const [view] = await this.shelf.present(tx, [one]);
    if (!view) throw new CorrectionPointUnknown('');
    return view;
  }
}
