import type { Endpoints, InputOf, ResponseOf } from '@onewindow/contracts';
import { MATERIAL_VERDICT_LABELS } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { CaseStore } from '../../cases/index.js';
import {
  DeferralRules,
  isHere,
  NotDeferrable,
  NothingToDefer,
  presentDeferral,
  problemsWith,
  withMaterials,
} from '../../deferral/index.js';
import { type CommandContext, CommandRunner } from '../../platform/index.js';
import { CounterDesk } from '../counter-desk.js';
import { presentOne, requireOpenMaterial } from '../material-rules.js';
import { savePromised, withState } from '../material-statements.js';

/** 容缺: the material follows by its day, within the quota of the applicant's grade (R4). Deferring again moves the day. */
@Injectable()
export class DeferMaterial {
  constructor(
    private readonly runner: CommandRunner,
    private readonly desk: CounterDesk,
    private readonly cases: CaseStore,
    private readonly rules: DeferralRules,
  ) {}

  run(ctx: CommandContext, { params, body }: InputOf<Endpoints['deferMaterial']>): Promise<ResponseOf<Endpoints['deferMaterial']>> {
    return this.runner.run(ctx, async (tx) => {
      const on = await this.desk.take(tx, ctx, params.id);
      const { row, version, materials, files, author } = on;
      const { name } = requireOpenMaterial(row, version, params.code);
      const facts = await this.rules.factsOf(tx, on, tx.now);
      if (isHere(facts, params.code)) throw new NothingToDefer(name);
      const dueOn = body.dueOn ?? facts.latestOn ?? facts.today;
      const [problem] = problemsWith(facts, params.code, dueOn);
      if (problem) throw new NotDeferrable(name, problem);
      const state = { code: params.code, verdict: 'deferred' as const, defect: null, trustLevel: null, receivedAt: null, dueOn };
      const data = { material: params.code, materialName: name, verdictName: MATERIAL_VERDICT_LABELS.deferred, dueOn };
      await Promise.all([
        savePromised(tx, row.id, state, ctx.actor.staffId),
        this.cases.save(tx, row, {}, author, [{ action: 'defer', data }]),
      ]);
      const left = withState(materials, state);
      const deferral = presentDeferral(withMaterials(facts, left));
      return { material: presentOne(row, version, params.code, left, files), version: row.version, deferral };
    });
  }
}
