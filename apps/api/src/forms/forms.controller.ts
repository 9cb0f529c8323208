import { type Endpoints, endpoints, type InputOf, type ResponseOf } from '@onewindow/contracts';
import { Controller } from '@nestjs/common';
import { Organisation } from '../organisation/index.js';
import { type CommandContext, Ctx, Endpoint, Input } from '../platform/index.js';
import { CasePrefill } from './case-prefill.js';

@Controller()
export class FormsController {
  constructor(
    private readonly prefill: CasePrefill,
    private readonly organisation: Organisation,
  ) {}

  @Endpoint(endpoints.prefillCase)
  async prefillCase(
    @Ctx() ctx: CommandContext,
    @Input() { params }: InputOf<Endpoints['prefillCase']>,
  ): Promise<ResponseOf<Endpoints['prefillCase']>> {
    return { values: await this.prefill.of(ctx.actor, params.id) };
  }

  @Endpoint(endpoints.listRegions)
  async listRegions(): Promise<ResponseOf<Endpoints['listRegions']>> {
    const { regions } = await this.organisation.snapshot();
    return { items: regions.map(({ code, name, level, parentCode }) => ({ code, name, level, parentCode })) };
  }
}
