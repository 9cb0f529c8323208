import type { Endpoints, InputOf, ResponseOf } from '@onewindow/contracts';
import { Injectable } from '@nestjs/common';
import { CaseStore } from '../../cases/index.js';
import { type CommandContext, CommandRunner } from '../../platform/index.js';
import { CounterDesk } from '../counter-desk.js';
import { presentOne, requireOpenMaterial } from '../material-rules.js';
import { DELETE_FILE, saveMaterial, stateOf, withState } from '../material-statements.js';
import { MaterialFileNotFound } from '../reception-problems.js';

/** Takes a file off a material, until acceptance. Without its last file the material is missing again. */
@Injectable()
export class RemoveMaterialFile {
  constructor(
    private readonly runner: CommandRunner,
    private readonly desk: CounterDesk,
    private readonly cases: CaseStore,
  ) {}

  run(ctx: CommandContext, { params }: InputOf<Endpoints['removeMaterialFile']>): Promise<ResponseOf<Endpoints['removeMaterialFile']>> {
    return this.runner.run(ctx, async (tx) => {
      const { row, version, materials, files, author } = await this.desk.takePapers(tx, ctx, params.id);
      const requirement = requireOpenMaterial(row, version, params.code);
      const file = files.find((one) => one.id === params.fileId && one.materialCode === params.code);
      if (!file) throw new MaterialFileNotFound();
      const left = files.filter((one) => one !== file);
      const isLast = !left.some((one) => one.materialCode === params.code);
      const before = stateOf(materials, params.code);
      const state = isLast ? { ...before, verdict: 'missing' as const, defect: null, trustLevel: null, receivedAt: null } : before;
      const data = { material: params.code, materialName: requirement.name, sha256: file.sha256 };
      saveMaterial(tx, row.id, state, ctx.actor.staffId);
      await Promise.all([tx.query(DELETE_FILE, [file.id, row.id]), this.cases.save(tx, row, {}, author, [{ action: 'removeFile', data }])]);
      return { material: presentOne(row, version, params.code, withState(materials, state), left), version: row.version };
    });
  }
}
