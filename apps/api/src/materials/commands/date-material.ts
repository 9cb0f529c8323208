import type { Endpoints, InputOf, ResponseOf } from '@onewindow/contracts';
import { shanghaiToday, validThroughOf } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { CaseStore } from '../../cases/index.js';
import { presentMaterials } from '../../case-view/index.js';
import { type CommandContext, CommandRunner, sql } from '../../platform/index.js';
import { CounterDesk, requireOpenMaterial } from '../../reception/index.js';
import { AlreadyReused, IssuedInTheFuture } from '../material-problems.js';

const SAVE_DATES = sql(
  `INSERT INTO case_material (case_id, code, verdict, judged_by, issued_on, valid_through) VALUES ($1, $2, 'missing', $3, $4, $5)
   ON CONFLICT (case_id, code) DO UPDATE SET issued_on = excluded.issued_on, valid_through = excluded.valid_through`,
);

/** The day a paper was issued, and with it how long it holds (R7): an expired one hinders acceptance. */
@Injectable()
export class DateMaterial {
  constructor(
    private readonly runner: CommandRunner,
    private readonly desk: CounterDesk,
    private readonly cases: CaseStore,
  ) {}

  run(ctx: CommandContext, { params, body }: InputOf<Endpoints['dateMaterial']>): Promise<ResponseOf<Endpoints['dateMaterial']>> {
    return this.runner.run(ctx, async (tx) => {
      const { row, version, materials, files, author } = await this.desk.takePapers(tx, ctx, params.id);
      const { code } = params;
      const requirement = requireOpenMaterial(row, version, code);
      const { issuedOn } = body;
      if (issuedOn > shanghaiToday(tx.now)) throw new IssuedInTheFuture();
      const before = materials.find((one) => one.code === code);
      if (before?.verdict === 'reused') throw new AlreadyReused(requirement.name);
      const computed = requirement.validMonths === undefined ? null : validThroughOf(issuedOn, requirement.validMonths);
      const validThrough = body.validThrough ?? computed;
      const data = { material: code, materialName: requirement.name, issuedOn, ...(validThrough === null ? {} : { validThrough }) };
      await Promise.all([
        tx.query(SAVE_DATES, [row.id, code, ctx.actor.staffId, issuedOn, validThrough]),
        this.cases.save(tx, row, {}, author, [{ action: 'dateMaterial', data }]),
      ]);
      const state = {
        code,
        verdict: 'missing' as const,
        defect: null,
        trustLevel: null,
        receivedAt: null,
        ...before,
        issuedOn,
        validThrough,
      };
      const shown = presentMaterials(row, version.definition, [...materials.filter((one) => one.code !== code), state], files);
      return { materials: shown.filter((one) => one.code === code), version: row.version };
    });
  }
}
