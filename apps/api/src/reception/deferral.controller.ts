import { type Endpoints, endpoints, type InputOf } from '@onewindow/contracts';
import { Controller } from '@nestjs/common';
import { type CommandContext, Ctx, Endpoint, Input } from '../platform/index.js';
import { DeferMaterial } from './commands/defer-material.js';
import { PromiseMaterial } from './commands/promise-material.js';

/** Verdicts on materials that are not there: 容缺 and 告知承诺. */
@Controller()
export class DeferralVerdictsController {
  constructor(
    private readonly deferring: DeferMaterial,
    private readonly promising: PromiseMaterial,
  ) {}

  @Endpoint(endpoints.deferMaterial)
  deferMaterial(@Ctx() ctx: CommandContext, @Input() input: InputOf<Endpoints['deferMaterial']>) {
    return this.deferring.run(ctx, input);
  }

  @Endpoint(endpoints.promiseMaterial)
  promiseMaterial(@Ctx() ctx: CommandContext, @Input() input: InputOf<Endpoints['promiseMaterial']>) {
    return this.promising.run(ctx, input);
  }
}
