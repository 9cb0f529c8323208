import { type Endpoints, endpoints, type InputOf, type ResponseOf } from '@onewindow/contracts';
import { Controller, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { type CommandContext, Ctx, Endpoint, Input } from '../platform/index.js';
import { StampedCopies } from '../case-view/index.js';
import { IdentifyApplicant } from './commands/identify-applicant.js';
import { ReadApplicantProfile } from './commands/read-applicant-profile.js';

@Controller()
export class IdentificationController {
  constructor(
    private readonly identify: IdentifyApplicant,
    private readonly profile: ReadApplicantProfile,
    private readonly stamped: StampedCopies,
  ) {}

  @Endpoint(endpoints.identifyApplicant)
  identifyApplicant(
    @Ctx() ctx: CommandContext,
    @Input() input: InputOf<Endpoints['identifyApplicant']>,
  ): Promise<ResponseOf<Endpoints['identifyApplicant']>> {
    return this.identify.run(ctx, input);
  }

  @Endpoint(endpoints.getApplicantProfile)
  getApplicantProfile(
    @Ctx() ctx: CommandContext,
    @Input() input: InputOf<Endpoints['getApplicantProfile']>,
  ): Promise<ResponseOf<Endpoints['getApplicantProfile']>> {
    return this.profile.run(ctx, input);
  }

  @Endpoint(endpoints.getLicenceFile)
  async getLicenceFile(
    @Ctx() ctx: CommandContext,
    @Input() input: InputOf<Endpoints['getLicenceFile']>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.stamped.send(reply, await this.profile.file(ctx, input));
  }
}
