import { type Endpoints, endpoints, type InputOf, type ResponseOf } from '@onewindow/contracts';
import { Controller } from '@nestjs/common';
import { type CommandContext, Ctx, Endpoint, Input } from '../platform/index.js';
import { FindCaseByNo } from './commands/find-case-by-no.js';
import { FindCasesByPerson } from './commands/find-cases-by-person.js';
import { RevealNumber } from './commands/reveal-number.js';

/** Look-ups that leave a record (R10.2, R11). */
@Controller()
export class CaseSearchController {
  constructor(
    private readonly byNo: FindCaseByNo,
    private readonly byPerson: FindCasesByPerson,
    private readonly reveal: RevealNumber,
  ) {}

  @Endpoint(endpoints.getCaseByNo)
  getCaseByNo(
    @Ctx() ctx: CommandContext,
    @Input() input: InputOf<Endpoints['getCaseByNo']>,
  ): Promise<ResponseOf<Endpoints['getCaseByNo']>> {
    return this.byNo.run(ctx, input);
  }

  @Endpoint(endpoints.findCasesByPerson)
  findCasesByPerson(
    @Ctx() ctx: CommandContext,
    @Input() input: InputOf<Endpoints['findCasesByPerson']>,
  ): Promise<ResponseOf<Endpoints['findCasesByPerson']>> {
    return this.byPerson.run(ctx, input);
  }

  @Endpoint(endpoints.revealNumber)
  revealNumber(
    @Ctx() ctx: CommandContext,
    @Input() input: InputOf<Endpoints['revealNumber']>,
  ): Promise<ResponseOf<Endpoints['revealNumber']>> {
    return this.reveal.run(ctx, input);
  }
}
