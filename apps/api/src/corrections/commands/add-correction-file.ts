import type { Endpoints, InputOf, ResponseOf } from '@onewindow/contracts';
import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { CaseStore, fileData, fileValues, INSERT_FILE, materialFile } from '../../cases/index.js';
import { presentFile, presentMaterial } from '../../case-view/index.js';
import { type CommandContext, CommandRunner, type CommandTx, type UploadedFile, Uploads } from '../../platform/index.js';
import { CounterDesk } from '../../reception/index.js';
import { requireAwaited, requireOpenCorrection } from '../awaited-points.js';
import { CorrectionNotFound } from '../correction-problems.js';
import { CorrectionShelf } from '../correction-shelf.js';

type Input = InputOf<Endpoints['addCorrectionFile']>;
type Answer = ResponseOf<Endpoints['addCorrectionFile']>;

/** A file of a material that is to be corrected; what lay there before stays beside it. */
@Injectable()
export class AddCorrectionFile {
  constructor(
    private readonly runner: CommandRunner,
    private readonly uploads: Uploads,
    private readonly desk: CounterDesk,
    private readonly cases: CaseStore,
    private readonly shelf: CorrectionShelf,
  ) {}

  /** Refused before the body is stored, where it can't be taken. */
  async run(ctx: CommandContext, input: Input, request: FastifyRequest): Promise<Answer> {
    const { id, code } = input.params;
    const look = async () => {
      const found = await this.shelf.find(id);
      if (!found) throw new CorrectionNotFound();
      const { row } = await this.desk.lookBrought(ctx.actor, found.caseId);
      requireAwaited(requireOpenCorrection(found, row), 'material', code);
    };
    await this.uploads.lookFirst(request, look, () => this.runner.wasDone(ctx));
    return await this.uploads.receive(request, (file) =>
      this.runner.run(this.uploads.withFile(ctx, file.sha256), (tx) => this.add(tx, ctx, input, file)),
    );
  }

  private async add(tx: CommandTx, ctx: CommandContext, { params: { id, code } }: Input, file: UploadedFile): Promise<Answer> {
    const found = await this.shelf.find(id, tx);
    if (!found) throw new CorrectionNotFound();
    const { row, version, materials, files, author } = await this.desk.takeBrought(tx, ctx, found.caseId);
    // Read once more now that the case is locked: another window may have taken it in.
    const { name } = requireAwaited(requireOpenCorrection(await this.shelf.find(id, tx), row), 'material', code);
    const stored = materialFile(code, file, files);
    await Promise.all([
      tx.query(INSERT_FILE, fileValues(row.id, stored, ctx, tx.now)),
      this.cases.save(tx, row, {}, author, [{ action: 'attachFile', data: fileData(stored, name) }]),
      file.keep(),
    ]);
    const material = presentMaterial(row, version.definition, materials, [...files, stored], code);
    if (!material) throw new CorrectionNotFound();
    return { file: presentFile(stored), material, version: row.version };
  }
}
