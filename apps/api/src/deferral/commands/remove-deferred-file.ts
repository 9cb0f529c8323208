import type { Endpoints, InputOf, ResponseOf } from '@onewindow/contracts';
import { Injectable } from '@nestjs/common';
import { FILES_OF_CASE, MATERIALS_OF_CASE, presentMaterial } from '../../case-view/index.js';
import { type CommandContext, CommandRunner, sql } from '../../platform/index.js';
import { DeferredFileNotFound, DeferredNotFound } from '../deferral-problems.js';
import { PromiseShelf } from '../promise-shelf.js';
import { requireOpenPromise } from './take-in-deferred.js';

const DELETE = sql('DELETE FROM case_file WHERE id = $1 AND case_id = $2');

type Input = InputOf<Endpoints['removeDeferredFile']>;

/** A file that came by mistake is taken off a deferred material before it is judged; without its last one nothing has arrived (R4.3). */
@Injectable()
export class RemoveDeferredFile {
  constructor(
    private readonly runner: CommandRunner,
    private readonly shelf: PromiseShelf,
  ) {}

  run(ctx: CommandContext, { params: { id, code, fileId } }: Input): Promise<ResponseOf<Endpoints['removeDeferredFile']>> {
    return this.runner.run(ctx, async (tx) => {
      const row = await this.shelf.cases.lockSeen(tx, ctx.actor, id);
      const [found, materials, files, { definition }] = await Promise.all([
        this.shelf.ledger.find(tx, id, code),
        tx.query(MATERIALS_OF_CASE, [id]),
        tx.query(FILES_OF_CASE, [id]),
        this.shelf.versions.get(row.itemVersionId, tx),
      ]);
      const promise = requireOpenPromise(ctx.actor, row, { definition }, found);
      const file = files.find((one) => one.id === fileId && one.materialCode === code);
      if (!file) throw new DeferredFileNotFound();
      const left = files.filter((one) => one !== file);
      const isLast = !left.some((one) => one.materialCode === code);
      await Promise.all([tx.query(DELETE, [file.id, id]), isLast ? this.shelf.ledger.arrive(tx, id, code, null) : null]);
      const data = { material: code, materialName: promise.materialName, sha256: file.sha256 };
      await this.shelf.cases.save(tx, row, {}, ctx, [{ action: 'removeFile', data }]);
      const material = presentMaterial(row, definition, materials, left, code);
      if (!material) throw new DeferredNotFound();
      return { material, version: row.version };
    });
  }
}
