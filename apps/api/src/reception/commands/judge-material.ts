import type { Endpoints, InputOf, ResponseOf } from '@onewindow/contracts';
import { MATERIAL_VERDICT_LABELS } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { CaseStore, faultColumns, MaterialNeedsFile, requireKnownPoints } from '../../cases/index.js';
import { type CommandContext, CommandRunner } from '../../platform/index.js';
import { CounterDesk } from '../counter-desk.js';
import { presentOne, requireOpenMaterial } from '../material-rules.js';
import { type MaterialState, saveMaterial, stateOf, withState } from '../material-statements.js';
import { MaterialHasFiles } from '../reception-problems.js';

type Body = InputOf<Endpoints['judgeMaterial']>['body'];

/** The clerk's word on one material: 合格, 有误 with its reason, 未交. Paper may be judged without a file. */
@Injectable()
export class JudgeMaterial {
  constructor(
    private readonly runner: CommandRunner,
    private readonly desk: CounterDesk,
    private readonly cases: CaseStore,
  ) {}

  run(ctx: CommandContext, { params, body }: InputOf<Endpoints['judgeMaterial']>): Promise<ResponseOf<Endpoints['judgeMaterial']>> {
    return this.runner.run(ctx, async (tx) => {
      const { row, version, materials, files, author } = await this.desk.takePapers(tx, ctx, params.id);
      const requirement = requireOpenMaterial(row, version, params.code);
      const hasFiles = files.some((file) => file.materialCode === params.code);
      if (body.verdict === 'missing' && hasFiles) throw new MaterialHasFiles();
      if (body.verdict !== 'missing' && !hasFiles && requirement.medium === 'electronic') throw new MaterialNeedsFile();
      requireKnownPoints(requirement, body.points);
      const state = judged(stateOf(materials, params.code), body, tx.now);
      const data = {
        material: params.code,
        materialName: requirement.name,
        verdict: body.verdict,
        verdictName: MATERIAL_VERDICT_LABELS[body.verdict],
        defect: state.defect ?? undefined,
        trustLevel: state.trustLevel ?? undefined,
      };
      saveMaterial(tx, row.id, state, ctx.actor.staffId);
      await this.cases.save(tx, row, {}, author, [{ action: 'judge', data }]);
      return { material: presentOne(row, version, params.code, withState(materials, state), files), version: row.version };
    });
  }
}

/** R2.5: a paper that was missing, or faulty and is so no longer, arrives with this word. */
export function judged(before: MaterialState, body: Body, now: Date): MaterialState {
  if (body.verdict === 'missing') return { code: before.code, verdict: 'missing', defect: null, trustLevel: null, receivedAt: null };
  const arrives = before.receivedAt === null || before.verdict === 'missing' || (before.verdict === 'faulty' && body.verdict !== 'faulty');
  return {
    code: before.code,
    verdict: body.verdict,
    ...faultColumns(body),
    trustLevel: body.trustLevel ?? before.trustLevel,
    receivedAt: arrives ? now : before.receivedAt,
  };
}
