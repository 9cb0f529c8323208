import type { Endpoints, InputOf, ResponseOf } from '@onewindow/contracts';
import { Injectable } from '@nestjs/common';
import { CaseStore } from '../../cases/index.js';
import { presentMaterials } from '../../case-view/index.js';
import { type CommandContext, CommandRunner, sql } from '../../platform/index.js';
import { CounterDesk, requireOpenMaterial, saveMaterial } from '../../reception/index.js';
import { NotReused } from '../material-problems.js';

const UNLINK = sql(`DELETE FROM case_file WHERE case_id = $1 AND material_code = $2 AND library_id IS NOT NULL`);

/** Takes a reuse back, until acceptance: the material is missing again. The library keeps its entry. */
@Injectable()
export class UndoReuse {
  constructor(
    private readonly runner: CommandRunner,
    private readonly desk: CounterDesk,
    private readonly cases: CaseStore,
  ) {}

  run(ctx: CommandContext, { params }: InputOf<Endpoints['undoReuse']>): Promise<ResponseOf<Endpoints['undoReuse']>> {
    return this.runner.run(ctx, async (tx) => {
      const { row, version, materials, files, author } = await this.desk.takePapers(tx, ctx, params.id);
      const { code } = params;
      const requirement = requireOpenMaterial(row, version, code);
      const before = materials.find((one) => one.code === code);
      if (before?.verdict !== 'reused') throw new NotReused();
      const state = { code, verdict: 'missing' as const, defect: null, trustLevel: null, receivedAt: null };
      const data = { material: code, materialName: requirement.name, ...(before.libraryId ? { entryId: before.libraryId } : {}) };
      saveMaterial(tx, row.id, state, ctx.actor.staffId);
      await Promise.all([tx.query(UNLINK, [row.id, code]), this.cases.save(tx, row, {}, author, [{ action: 'undoReuse', data }])]);
      const left = files.filter((file) => !(file.materialCode === code && file.libraryId));
      const shown = presentMaterials(row, version.definition, [...materials.filter((one) => one.code !== code), state], left);
      return { materials: shown.filter((one) => one.code === code), version: row.version };
    });
  }
}
