import { Module } from '@nestjs/common';
import { OrganisationModule } from '../organisation/index.js';
import { RegisterRange } from './commands/register-range.js';
import { OutageController } from './outage.controller.js';
import { OutagePapers } from './outage-papers.js';

/** Numbered paper on which cases are taken while the system is down (R10.5). */
@Module({
  imports: [OrganisationModule],
  controllers: [OutageController],
  providers: [OutagePapers, RegisterRange],
  exports: [OutagePapers],
})
export class OutageModule {}
