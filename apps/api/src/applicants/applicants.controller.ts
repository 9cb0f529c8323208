import { type Endpoints, endpoints, type InputOf, type ResponseOf } from '@onewindow/contracts';
import { Controller } from '@nestjs/common';
import { type CommandContext, Ctx, Endpoint, Input } from '../platform/index.js';
import { IdentifyApplicant } from './commands/identify-applicant.js';

@Controller()
export class ApplicantsController {
  constructor(private readonly identify: IdentifyApplicant) {}

  @Endpoint(endpoints.identifyApplicant)
  identifyApplicant(
    @Ctx() ctx: CommandContext,
    @Input() input: InputOf<Endpoints['identifyApplicant']>,
  ): Promise<ResponseOf<Endpoints['identifyApplicant']>> {
    return this.identify.run(ctx, input);
  }
}
