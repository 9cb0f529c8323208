import type { Endpoints, InputOf, ResponseOf } from '@onewindow/contracts';
import { shanghaiToday } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { FILES_OF_CASE, MATERIALS_OF_CASE, presentFile, presentMaterials } from '../../case-view/index.js';
import {
  type CommandContext,
  CommandRunner,
  type CommandTx,
  Database,
  newId,
  sql,
  type UploadedFile,
  Uploads,
} from '../../platform/index.js';
import { DeferredNotFound, TooManyDeferredFiles } from '../deferral-problems.js';
import { PromiseShelf } from '../promise-shelf.js';
import { requireOpenPromise } from './take-in-deferred.js';

type Input = InputOf<Endpoints['addDeferredFile']>;
type Answer = ResponseOf<Endpoints['addDeferredFile']>;

const MOST_FILES = 50;
const INSERT_FILE = sql(
  `INSERT INTO case_file (id, case_id, material_code, name, media_type, size, sha256, added_by, added_at)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
);
const KNOWN_KEY = sql('SELECT 1 FROM idempotency_key WHERE actor_id = $1 AND key = $2');

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
    try {
      const row = await this.shelf.cases.get(ctx.actor, id);
      requireOpenPromise(ctx.actor, row, await this.shelf.ledger.find(this.database, id, code));
    } catch (error) {
      // A request that was done already gets its kept answer, whatever the case has become since.
      if (!(await this.isRepeated(ctx))) {
        request.raw.resume();
        throw error;
      }
    }
    return await this.uploads.receive(request, (file) =>
      this.runner.run(this.uploads.withFile(ctx, file.sha256), (tx) => this.add(tx, ctx, input, file)),
    );
  }

  private async isRepeated(ctx: CommandContext): Promise<boolean> {
    if (!ctx.idempotency) return false;
    return (await this.database.query(KNOWN_KEY, [ctx.actor.staffId, ctx.idempotency.key])).length > 0;
  }

  private async add(tx: CommandTx, ctx: CommandContext, { params: { id, code } }: Input, file: UploadedFile): Promise<Answer> {
    const row = await this.shelf.cases.lock(tx, ctx.actor, id);
    const [found, materials, files, { definition }] = await Promise.all([
      this.shelf.ledger.find(tx, id, code),
      tx.query(MATERIALS_OF_CASE, [id]),
      tx.query(FILES_OF_CASE, [id]),
      this.shelf.versions.get(row.itemVersionId, tx),
    ]);
    const promise = requireOpenPromise(ctx.actor, row, found);
    if (files.filter((one) => one.materialCode === code).length >= MOST_FILES) throw new TooManyDeferredFiles(MOST_FILES);
    const { name, mediaType, size, sha256 } = file;
    const stored = { id: newId(), materialCode: code, name, mediaType, size, sha256 };
    const data = { material: code, materialName: promise.materialName, sha256, mediaType, size };
    await Promise.all([
      tx.query(INSERT_FILE, [stored.id, id, code, name, mediaType, size, sha256, ctx.actor.staffId, tx.now]),
      promise.arrivedOn === null ? this.shelf.ledger.arrive(tx, id, code, shanghaiToday(tx.now)) : null,
      this.shelf.cases.save(tx, row, {}, ctx, [{ action: 'attachFile', data }]),
      file.keep(),
    ]);
    const material = presentMaterials(row, definition, materials, [...files, stored]).find((one) => one.code === code);
    if (!material) throw new DeferredNotFound();
    return { file: presentFile(stored), material, version: row.version };
  }
}
