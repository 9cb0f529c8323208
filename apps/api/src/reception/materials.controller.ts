import { type Endpoints, endpoints, type InputOf, type ResponseOf } from '@onewindow/contracts';
import { Controller, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { type CommandContext, Ctx, Endpoint, Input } from '../platform/index.js';
import { AddMaterialFile } from './commands/add-material-file.js';
import { FinishUpload } from './commands/finish-upload.js';
import { JudgeMaterial } from './commands/judge-material.js';
import { RemoveMaterialFile } from './commands/remove-material-file.js';

@Controller()
export class MaterialsController {
  constructor(
    private readonly adding: AddMaterialFile,
    private readonly removing: RemoveMaterialFile,
    private readonly judging: JudgeMaterial,
    private readonly finishing: FinishUpload,
  ) {}

  @Endpoint(endpoints.addMaterialFile)
  addMaterialFile(
    @Ctx() ctx: CommandContext,
    @Input() input: InputOf<Endpoints['addMaterialFile']>,
    @Req() request: FastifyRequest,
  ): Promise<ResponseOf<Endpoints['addMaterialFile']>> {
    return this.adding.run(ctx, input, request);
  }

  @Endpoint(endpoints.finishUpload)
  finishUpload(
    @Ctx() ctx: CommandContext,
    @Input() input: InputOf<Endpoints['finishUpload']>,
  ): Promise<ResponseOf<Endpoints['finishUpload']>> {
    return this.finishing.run(ctx, input);
  }

  @Endpoint(endpoints.removeMaterialFile)
  removeMaterialFile(
    @Ctx() ctx: CommandContext,
    @Input() input: InputOf<Endpoints['removeMaterialFile']>,
  ): Promise<ResponseOf<Endpoints['removeMaterialFile']>> {
    return this.removing.run(ctx, input);
  }

  @Endpoint(endpoints.judgeMaterial)
  judgeMaterial(
    @Ctx() ctx: CommandContext,
    @Input() input: InputOf<Endpoints['judgeMaterial']>,
  ): Promise<ResponseOf<Endpoints['judgeMaterial']>> {
    return this.judging.run(ctx, input);
  }
}
