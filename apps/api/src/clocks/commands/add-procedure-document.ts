import type { Endpoints, InputOf, ProcedureView } from '@onewindow/contracts';
import { procedureRefusal } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { INSERT_FILE } from '../../cases/index.js';
import { type CommandContext, CommandRunner, type CommandTx, Database, newId, type UploadedFile, Uploads } from '../../platform/index.js';
import { ClockWorkDesk, procedureActors } from '../clock-work-desk.js';
import { ClockWorkPresenter } from '../clock-work.presenter.js';
import type { SpecialProcedure } from '../special-procedure.entity.js';
import { procedureData } from '../start-procedure.js';

type Input = InputOf<Endpoints['addProcedureDocument']>;

/** The document in which the outcome stands: a test report, the minutes of a hearing. Until the end a later one takes its place. */
@Injectable()
export class AddProcedureDocument {
  constructor(
    private readonly runner: CommandRunner,
    private readonly uploads: Uploads,
    private readonly database: Database,
    private readonly desk: ClockWorkDesk,
    private readonly presenter: ClockWorkPresenter,
  ) {}

  /** Refused before the body is stored, where it can't be taken. */
  async run(ctx: CommandContext, { params }: Input, request: FastifyRequest): Promise<ProcedureView> {
    const look = async () => requireRunning(ctx, await this.desk.seenProcedure(ctx.actor, params.id, this.database));
    await this.uploads.lookFirst(request, look, () => this.runner.wasDone(ctx));
    return await this.uploads.receive(request, (file) =>
      this.runner.run(this.uploads.withFile(ctx, file.sha256), (tx) => this.add(tx, ctx, params.id, file)),
    );
  }

  private async add(tx: CommandTx, ctx: CommandContext, id: string, file: UploadedFile): Promise<ProcedureView> {
    const { row, procedure } = await this.desk.procedure(tx, ctx.actor, id);
    requireRunning(ctx, procedure);
    const documentId = newId();
    const { name, mediaType, size, sha256 } = file;
    await tx.query(INSERT_FILE, [documentId, row.id, null, name, mediaType, size, sha256, ctx.actor.staffId, tx.now]);
    await this.desk.saveProcedure(tx, procedure, { documentId });
    const data = { ...procedureData(procedure), sha256, mediaType, size };
    await this.desk.cases.note(tx, row, ctx, [{ action: 'procedure.document', taskId: procedure.taskId, data }]);
    await file.keep();
    return await this.presenter.procedure(tx, ctx.actor, procedure);
  }
}

/** Whoever may end it brings its document. */
function requireRunning(ctx: CommandContext, procedure: SpecialProcedure): void {
  const refused = procedureRefusal(procedure.status, 'end', procedureActors(ctx.actor, procedure));
  if (refused !== null) throw refused.error();
}
