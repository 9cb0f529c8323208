import { type Endpoints, endpoints, type InputOf } from '@onewindow/contracts';
import { Controller } from '@nestjs/common';
import { type CommandContext, Ctx, Endpoint, Input } from '../platform/index.js';
import { CheckCommitment } from './commands/check-commitment.js';
import { CommitmentList } from './commitment-list.js';

/** 告知承诺 after acceptance, for the department that answers for the case. */
@Controller()
export class CommitmentsController {
  constructor(
    private readonly commitments: CommitmentList,
    private readonly checking: CheckCommitment,
  ) {}

  @Endpoint(endpoints.listCommitments)
  listCommitments(@Ctx() ctx: CommandContext, @Input() input: InputOf<Endpoints['listCommitments']>) {
    return this.commitments.list(ctx.actor, input);
  }

  @Endpoint(endpoints.checkCommitment)
  checkCommitment(@Ctx() ctx: CommandContext, @Input() input: InputOf<Endpoints['checkCommitment']>) {
    return this.checking.run(ctx, input);
  }
}
