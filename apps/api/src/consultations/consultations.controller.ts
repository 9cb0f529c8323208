import { endpoints, type InputOf } from '@onewindow/contracts';
import { Controller } from '@nestjs/common';
import { type CommandContext, Ctx, Endpoint, Input } from '../platform/index.js';
import { AnswerConsultation } from './commands/answer-consultation.js';
import { AskConsultation } from './commands/ask-consultation.js';
import { WithdrawConsultation } from './commands/withdraw-consultation.js';
import { ConsultationList } from './consultation-list.js';
import { TaskConsultationsReader } from './task-consultations.js';

/** 征求意见 and 协办: what is asked, and what is answered. */
@Controller()
export class ConsultationsController {
  constructor(
    private readonly list: ConsultationList,
    private readonly ofTask: TaskConsultationsReader,
    private readonly askConsultation: AskConsultation,
    private readonly answerConsultation: AnswerConsultation,
    private readonly withdrawConsultation: WithdrawConsultation,
  ) {}

  @Endpoint(endpoints.listConsultations)
  listConsultations(@Ctx() ctx: CommandContext, @Input() { query }: InputOf<typeof endpoints.listConsultations>) {
    return this.list.page(ctx.actor, query);
  }

  @Endpoint(endpoints.taskConsultations)
  taskConsultations(@Ctx() ctx: CommandContext, @Input() { params }: InputOf<typeof endpoints.taskConsultations>) {
    return this.ofTask.get(ctx.actor, params.id);
  }

  @Endpoint(endpoints.askConsultation)
  ask(@Ctx() ctx: CommandContext, @Input() input: InputOf<typeof endpoints.askConsultation>) {
    return this.askConsultation.run(ctx, input);
  }

  @Endpoint(endpoints.answerConsultation)
  answer(@Ctx() ctx: CommandContext, @Input() input: InputOf<typeof endpoints.answerConsultation>) {
    return this.answerConsultation.run(ctx, input);
  }

  @Endpoint(endpoints.withdrawConsultation)
  withdraw(@Ctx() ctx: CommandContext, @Input() input: InputOf<typeof endpoints.withdrawConsultation>) {
    return this.withdrawConsultation.run(ctx, input);
  }
}
