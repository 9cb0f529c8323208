import { Module } from '@nestjs/common';
import { CalendarModule } from '../calendar/index.js';
import { CasesModule } from '../cases/index.js';
import { NoticesModule } from '../notices/index.js';
import { ReceptionModule } from '../reception/index.js';
import { IssuePaperTransferSlip } from './issue-paper-transfer-slip.js';
import { NoticeDeskController } from './notice-desk.controller.js';
import { PreviewNotice } from './preview-notice.js';

/** What the counter does with notices besides serving them: looks at one before it is issued, makes the slip that goes with the paper. */
@Module({
  imports: [CalendarModule, CasesModule, NoticesModule, ReceptionModule],
  controllers: [NoticeDeskController],
  providers: [PreviewNotice, IssuePaperTransferSlip],
})
export class NoticeDeskModule {}
