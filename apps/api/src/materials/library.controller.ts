import { type Endpoints, endpoints, type InputOf, type ResponseOf } from '@onewindow/contracts';
import { Controller, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { type CommandContext, Ctx, Endpoint, Input } from '../platform/index.js';
import { StampedCopies } from '../case-view/index.js';
import { DateMaterial } from './commands/date-material.js';
import { LookUpReusable } from './commands/look-up-reusable.js';
import { ReuseMaterials } from './commands/reuse-materials.js';
import { UndoReuse } from './commands/undo-reuse.js';
import { LibraryFiles } from './library-files.js';

/** 可复用材料 at the counter. */
@Controller()
export class LibraryController {
  constructor(
    private readonly looking: LookUpReusable,
    private readonly reusing: ReuseMaterials,
    private readonly undoing: UndoReuse,
    private readonly dating: DateMaterial,
    private readonly files: LibraryFiles,
    private readonly stamped: StampedCopies,
  ) {}

  @Endpoint(endpoints.lookUpReusable)
  lookUpReusable(
    @Ctx() ctx: CommandContext,
    @Input() input: InputOf<Endpoints['lookUpReusable']>,
  ): Promise<ResponseOf<Endpoints['lookUpReusable']>> {
    return this.looking.run(ctx, input);
  }

  @Endpoint(endpoints.reuseMaterials)
  reuseMaterials(
    @Ctx() ctx: CommandContext,
    @Input() input: InputOf<Endpoints['reuseMaterials']>,
  ): Promise<ResponseOf<Endpoints['reuseMaterials']>> {
    return this.reusing.run(ctx, input);
  }

  @Endpoint(endpoints.undoReuse)
  undoReuse(@Ctx() ctx: CommandContext, @Input() input: InputOf<Endpoints['undoReuse']>): Promise<ResponseOf<Endpoints['undoReuse']>> {
    return this.undoing.run(ctx, input);
  }

  @Endpoint(endpoints.dateMaterial)
  dateMaterial(
    @Ctx() ctx: CommandContext,
    @Input() input: InputOf<Endpoints['dateMaterial']>,
  ): Promise<ResponseOf<Endpoints['dateMaterial']>> {
    return this.dating.run(ctx, input);
  }

  @Endpoint(endpoints.getLibraryFile)
  async getLibraryFile(
    @Ctx() ctx: CommandContext,
    @Input() { params }: InputOf<Endpoints['getLibraryFile']>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.stamped.send(reply, await this.files.get(ctx.actor, params));
  }
}
