import type { Endpoints, InputOf, ResponseOf } from '@onewindow/contracts';
import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { CaseStore, fileData, fileValues, INSERT_FILE, materialFile } from '../../cases/index.js';
import { presentFile } from '../../case-view/index.js';
import { type CommandContext, CommandRunner, type CommandTx, type UploadedFile, Uploads } from '../../platform/index.js';
import { CounterDesk } from '../counter-desk.js';
import { presentOne, requireOpenMaterial } from '../material-rules.js';
import { type MaterialState, saveMaterial, stateOf, withState } from '../material-statements.js';

type Input = InputOf<Endpoints['addMaterialFile']>;
type Answer = ResponseOf<Endpoints['addMaterialFile']>;

/** Adds one streamed file to one material. */
@Injectable()
export class AddMaterialFile {
  constructor(
    private readonly runner: CommandRunner,
    private readonly desk: CounterDesk,
    private readonly cases: CaseStore,
    private readonly uploads: Uploads,
  ) {}

  /** A foreign, closed or unasked material is refused before its body is stored; a body that breaks off leaves nothing. */
  async run(ctx: CommandContext, input: Input, request: FastifyRequest): Promise<Answer> {
    const look = async () => {
      const { row, version } = await this.desk.look(ctx.actor, input.params.id);
      requireOpenMaterial(row, version, input.params.code);
    };
    await this.uploads.lookFirst(request, look, () => this.runner.wasDone(ctx));
    return await this.uploads.receive(request, (file) => this.addWhole(ctx, input, file));
  }

  /** Adds a file that has arrived whole; the caller has looked at the case. */
  addWhole(ctx: CommandContext, input: Input, file: UploadedFile): Promise<Answer> {
    return this.runner.run(this.uploads.withFile(ctx, file.sha256), (tx) => this.add(tx, ctx, input, file));
  }

  private async add(tx: CommandTx, ctx: CommandContext, { params, query }: Input, file: UploadedFile): Promise<Answer> {
    const { row, version, materials, files, author } = await this.desk.takePapers(tx, ctx, params.id);
    const requirement = requireOpenMaterial(row, version, params.code);
    const stored = materialFile(params.code, file, files);
    const state = afterArrival(stateOf(materials, params.code), query.verdict, tx.now);
    const data = fileData(stored, requirement.name);
    tx.write(INSERT_FILE, fileValues(row.id, stored, ctx, tx.now));
    saveMaterial(tx, row.id, state, ctx.actor.staffId);
    await Promise.all([
      this.cases.save(tx, row, {}, author, [{ action: 'attachFile', data }]),
      // Bytes without a row are swept away one day; a row without bytes would be a lost paper.
      file.keep(),
    ]);
    const material = presentOne(row, version, params.code, withState(materials, state), [...files, stored]);
    return { file: presentFile(stored), material, version: row.version };
  }
}

/** A first file makes a missing material unchecked, or qualified when the clerk says so; one that replaces a faulty page arrives anew (R2.5). */
export function afterArrival(state: MaterialState, verdict: 'qualified' | undefined, now: Date): MaterialState {
  const replaces = state.verdict === 'reused';
  const arrives = state.verdict === 'missing' || state.verdict === 'faulty' || replaces || state.receivedAt === null;
  return {
    ...state,
    verdict: verdict ?? (arrives ? 'unchecked' : state.verdict),
    defect: verdict !== undefined || arrives ? null : state.defect,
    // R7: what is uploaded is of level C until an original was seen.
    trustLevel: replaces ? 'C' : (state.trustLevel ?? 'C'),
    receivedAt: arrives ? now : state.receivedAt,
  };
}
