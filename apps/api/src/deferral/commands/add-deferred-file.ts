import type { Endpoints, InputOf, ResponseOf } from '@onewindow/contracts';
import { shanghaiToday } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { fileData, fileValues, INSERT_FILE, materialFile } from '../../cases/index.js';
import { FILES_OF_CASE, MATERIALS_OF_CASE, presentFile, presentMaterial } from '../../case-view/index.js';
import { type CommandContext, CommandRunner, type CommandTx, Database, type UploadedFile, Uploads } from '../../platform/index.js';
import { DeferredNotFound } from '../deferral-problems.js';
import { PromiseShelf } from '../promise-shelf.js';
import { requireOpenPromise } from './take-in-deferred.js';

type Input = InputOf<Endpoints['addDeferredFile']>;
type Answer = ResponseOf<Endpoints['addDeferredFile']>;

/** A file of a deferred material, after acceptance. The first one is its arrival, whenever the clerk looks at it (R4.3). */
@Injectable()
export class AddDeferredFile {
  constructor(
    private readonly runner: CommandRunner,
    private readonly uploads: Uploads,
    private readonly database: Database,
    private readonly shelf: PromiseShelf,
  ) {}

  /** Refused before the body is stored, where it can't be taken. */
  async run(ctx: CommandContext, input: Input, request: FastifyRequest): Promise<Answer> {
    const { id, code } = input.params;
    const look = async () => {
      const row = await this.shelf.cases.get(ctx.actor, id);
      const version = await this.shelf.versions.get(row.itemVersionId);
      requireOpenPromise(ctx.actor, row, version, await this.shelf.ledger.find(this.database, id, code));
    };
    await this.uploads.lookFirst(request, look, () => this.runner.wasDone(ctx));
    return await this.uploads.receive(request, (file) =>
      this.runner.run(this.uploads.withFile(ctx, file.sha256), (tx) => this.add(tx, ctx, input, file)),
    );
  }

  private async add(tx: CommandTx, ctx: CommandContext, { params: { id, code } }: Input, file: UploadedFile): Promise<Answer> {
    const row = await this.shelf.cases.lockSeen(tx, ctx.actor, id);
    const [found, materials, files, { definition }] = await Promise.all([
      this.shelf.ledger.find(tx, id, code),
      tx.query(MATERIALS_OF_CASE, [id]),
      tx.query(FILES_OF_CASE, [id]),
      this.shelf.versions.get(row.itemVersionId, tx),
    ]);
    const promise = requireOpenPromise(ctx.actor, row, { definition }, found);
    const stored = materialFile(code, file, files);
    await Promise.all([
      tx.query(INSERT_FILE, fileValues(id, stored, ctx, tx.now)),
      promise.arrivedOn === null ? this.shelf.ledger.arrive(tx, id, code, shanghaiToday(tx.now)) : null,
      this.shelf.cases.save(tx, row, {}, ctx, [{ action: 'attachFile', data: fileData(stored, promise.materialName) }]),
      file.keep(),
    ]);
    const material = presentMaterial(row, definition, materials, [...files, stored], code);
    if (!material) throw new DeferredNotFound();
    return { file: presentFile(stored), material, version: row.version };
  }
}
