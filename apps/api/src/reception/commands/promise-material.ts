import type { Endpoints, InputOf, ResponseOf } from '@onewindow/contracts';
import { MATERIAL_VERDICT_LABELS } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { CaseStore } from '../../cases/index.js';
import { commitmentProblem, NothingToDefer, NotPromisable } from '../../deferral/index.js';
import { type CommandContext, CommandRunner } from '../../platform/index.js';
import { CounterDesk } from '../counter-desk.js';
import { presentOne, requireOpenMaterial } from '../material-rules.js';
import { savePromised, stateOf, withState } from '../material-statements.js';

/** 告知承诺: the applicant's signed promise stands for the material, where the item's version says for what. */
@Injectable()
export class PromiseMaterial {
  constructor(
    private readonly runner: CommandRunner,
    private readonly desk: CounterDesk,
    private readonly cases: CaseStore,
  ) {}

  run(ctx: CommandContext, { params }: InputOf<Endpoints['promiseMaterial']>): Promise<ResponseOf<Endpoints['promiseMaterial']>> {
    return this.runner.run(ctx, async (tx) => {
      const { row, version, materials, files, author } = await this.desk.takePapers(tx, ctx, params.id);
      const requirement = requireOpenMaterial(row, version, params.code);
      const { verdict } = stateOf(materials, params.code);
      if (verdict === 'qualified' || verdict === 'reused') throw new NothingToDefer(requirement.name);
      const reason = commitmentProblem(version.definition, requirement);
      if (reason !== null) throw new NotPromisable(requirement.name, reason);
      const state = { code: params.code, verdict: 'promised' as const, defect: null, trustLevel: null, receivedAt: null, dueOn: null };
      const data = { material: params.code, materialName: requirement.name, verdictName: MATERIAL_VERDICT_LABELS.promised };
      await Promise.all([
        savePromised(tx, row.id, state, ctx.actor.staffId),
        this.cases.save(tx, row, {}, author, [{ action: 'promise', data: { ...data, commitment: requirement.commitment } }]),
      ]);
      return { material: presentOne(row, version, params.code, withState(materials, state), files), version: row.version };
    });
  }
}
