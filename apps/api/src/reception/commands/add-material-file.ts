import type { Endpoints, InputOf, ResponseOf } from '@onewindow/contracts';
import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { CaseStore } from '../../cases/index.js';
import { presentFile } from '../../case-view/index.js';
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
import { CounterDesk } from '../counter-desk.js';
import { FILES_PER_MATERIAL, presentOne, requireOpenMaterial } from '../material-rules.js';
import { INSERT_FILE, type MaterialState, saveMaterial, stateOf, withState } from '../material-statements.js';
import { TooManyFiles } from '../reception-problems.js';

type Input = InputOf<Endpoints['addMaterialFile']>;
type Answer = ResponseOf<Endpoints['addMaterialFile']>;

const KNOWN_KEY = sql('SELECT 1 FROM idempotency_key WHERE actor_id = $1 AND key = $2');

/** Adds one streamed file to one material. */
@Injectable()
export class AddMaterialFile {
  constructor(
    private readonly runner: CommandRunner,
    private readonly desk: CounterDesk,
    private readonly cases: CaseStore,
    private readonly uploads: Uploads,
    private readonly database: Database,
  ) {}

  /** A foreign, closed or unasked material is refused before its body is stored; a body that breaks off leaves nothing. */
  async run(ctx: CommandContext, input: Input, request: FastifyRequest): Promise<Answer> {
    try {
      const { row, version } = await this.desk.look(ctx.actor, input.params.id);
      requireOpenMaterial(row, version, input.params.code);
    } catch (error) {
      // A request that was done already gets its kept answer, whatever the case has become since.
      if (!(await this.isRepeated(ctx))) {
        // What still comes is read and dropped, so that the client gets its answer.
        request.raw.resume();
        throw error;
      }
    }
    return await this.uploads.receive(request, (file) => this.addWhole(ctx, input, file));
  }

  /** Adds a file that has arrived whole; the caller has looked at the case. */
  addWhole(ctx: CommandContext, input: Input, file: UploadedFile): Promise<Answer> {
    return this.runner.run(this.uploads.withFile(ctx, file.sha256), (tx) => this.add(tx, ctx, input, file));
  }

  /** Has this request been done already? Then its kept answer counts, whatever the case has become since. */
  async isRepeated(ctx: CommandContext): Promise<boolean> {
    if (!ctx.idempotency) return false;
    return (await this.database.query(KNOWN_KEY, [ctx.actor.staffId, ctx.idempotency.key])).length > 0;
  }

  private async add(tx: CommandTx, ctx: CommandContext, { params, query }: Input, file: UploadedFile): Promise<Answer> {
    const { row, version, materials, files, author } = await this.desk.takePapers(tx, ctx, params.id);
    const requirement = requireOpenMaterial(row, version, params.code);
    if (files.filter((one) => one.materialCode === params.code).length >= FILES_PER_MATERIAL) throw new TooManyFiles(FILES_PER_MATERIAL);
    const state = afterArrival(stateOf(materials, params.code), query.verdict, tx.now);
    const stored = {
      id: newId(),
      materialCode: params.code,
      name: file.name,
      mediaType: file.mediaType,
      size: file.size,
      sha256: file.sha256,
    };
    // The file's name may hold a number of a person, so the event names the bytes by their hash.
    const data = { material: params.code, materialName: requirement.name, sha256: file.sha256, mediaType: file.mediaType, size: file.size };
    const values = [stored.id, row.id, params.code, file.name, file.mediaType, file.size, file.sha256, ctx.actor.staffId, tx.now];
    tx.write(INSERT_FILE, values);
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
