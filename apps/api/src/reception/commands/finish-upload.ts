import type { Endpoints, InputOf, ResponseOf } from '@onewindow/contracts';
import { Injectable } from '@nestjs/common';
import { type CommandContext, CommandRunner, ResumableUploads } from '../../platform/index.js';
import { CounterDesk } from '../counter-desk.js';
import { requireOpenMaterial } from '../material-rules.js';
import { AddMaterialFile } from './add-material-file.js';

/** Adds a large file that came in parts to one material. */
@Injectable()
export class FinishUpload {
  constructor(
    private readonly runner: CommandRunner,
    private readonly desk: CounterDesk,
    private readonly uploads: ResumableUploads,
    private readonly adding: AddMaterialFile,
  ) {}

  async run(ctx: CommandContext, { params, query }: InputOf<Endpoints['finishUpload']>): Promise<ResponseOf<Endpoints['finishUpload']>> {
    const { id, code, uploadId } = params;
    if (!(await this.runner.wasDone(ctx))) {
      const { row, version } = await this.desk.look(ctx.actor, id);
      requireOpenMaterial(row, version, code);
    }
    return await this.uploads.whole(ctx, uploadId, (file) =>
      this.adding.addWhole(ctx, { params: { id, code }, query, body: undefined }, file),
    );
  }
}
