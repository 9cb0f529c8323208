import type { Endpoints, InputOf, ResponseOf } from '@onewindow/contracts';
import { awaitedPoints, CASE_STATUS_LABELS, CORRECTION_STATUS_LABELS, isCorrectionAwaited, isInReview } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { type Case, CaseStore, fileData, fileValues, INSERT_FILE, materialFile } from '../../cases/index.js';
import { presentFile, presentMaterials } from '../../case-view/index.js';
import { type CommandContext, CommandRunner, type CommandTx, type UploadedFile, Uploads } from '../../platform/index.js';
import { CounterDesk } from '../../reception/index.js';
import type { Correction, StoredPointAsked } from '../correction.entity.js';
import { CorrectionCaseEnded, CorrectionClosed, CorrectionNotAwaited, CorrectionNotFound } from '../correction-problems.js';
import { CorrectionShelf } from '../correction-shelf.js';

type Input = InputOf<Endpoints['addCorrectionFile']>;
type Answer = ResponseOf<Endpoints['addCorrectionFile']>;

/** The counter may still take corrections in. @throws CorrectionClosed, CorrectionCaseEnded (409) */
export function requireOpenCorrection(one: Correction | null, row: Pick<Case, 'status' | 'id'>): Correction {
  if (!one || one.caseId !== row.id) throw new CorrectionNotFound();
  if (!isCorrectionAwaited(one.status)) throw new CorrectionClosed(CORRECTION_STATUS_LABELS[one.status]);
  if (!isInReview(row.status)) throw new CorrectionCaseEnded(CASE_STATUS_LABELS[row.status]);
  return one;
}

/** What was asked for under this name and has not come. @throws CorrectionNotAwaited (422) */
export function requireAwaited(one: Correction, kind: StoredPointAsked['kind'], key: string): StoredPointAsked {
  const point = awaitedPoints(one.points, one.brought ?? []).find((awaited) => awaited.kind === kind && awaited.key === key);
  if (!point) throw new CorrectionNotAwaited(one.points.find((asked) => asked.kind === kind && asked.key === key)?.name ?? key);
  return point;
}

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
    const material = presentMaterials(row, version.definition, materials, [...files, stored]).find((one) => one.code === code);
    if (!material) throw new CorrectionNotFound();
    return { file: presentFile(stored), material, version: row.version };
  }
}
