import { Module, type OnModuleInit } from '@nestjs/common';
import { CalendarModule } from '../calendar/index.js';
import { CasesModule } from '../cases/index.js';
import { CatalogueModule } from '../catalogue/index.js';
import { NotificationsModule } from '../notifications/index.js';
import { OrganisationModule } from '../organisation/index.js';
import { ReviewModule, WorkActions } from '../review/index.js';
import { AskedConsultations } from './asked-consultations.js';
import { AnswerConsultation } from './commands/answer-consultation.js';
import { AskConsultation } from './commands/ask-consultation.js';
import { WithdrawConsultation } from './commands/withdraw-consultation.js';
import { ConsultationList } from './consultation-list.js';
import { offerConsultation } from './consultation-offer.js';
import { ConsultationRecords } from './consultation-records.js';
import { ConsultationsController } from './consultations.controller.js';
import { ConsultedDepartments } from './consulted-departments.js';
import { DeemSilentConsultations } from './jobs/deem-silent-consultations.processor.js';
import { Silence } from './silence.js';
import { TaskConsultationsReader } from './task-consultations.js';

/** 征求意见 (R5.2): the consulted department's list, questions beside the route, and what silence means. */
@Module({
  imports: [CalendarModule, CasesModule, CatalogueModule, NotificationsModule, OrganisationModule, ReviewModule],
  controllers: [ConsultationsController],
  providers: [
    ConsultationList,
    ConsultationRecords,
    ConsultedDepartments,
    AskedConsultations,
    TaskConsultationsReader,
    AskConsultation,
    AnswerConsultation,
    WithdrawConsultation,
    Silence,
    DeemSilentConsultations,
  ],
  exports: [ConsultationRecords],
})
export class ConsultationsModule implements OnModuleInit {
  constructor(private readonly workActions: WorkActions) {}

  onModuleInit(): void {
    this.workActions.register('consult', offerConsultation);
  }
}
