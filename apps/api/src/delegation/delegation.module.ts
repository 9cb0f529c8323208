import { Module } from '@nestjs/common';
import { NotificationsModule } from '../notifications/index.js';
import { OrganisationModule } from '../organisation/index.js';
import { CreateDelegation } from './commands/create-delegation.js';
import { EndDelegation } from './commands/end-delegation.js';
import { DelegationController } from './delegation.controller.js';
import { DelegationList } from './delegation-list.js';
import { Delegations } from './delegations.js';

/** Who stands in for whom while away. */
@Module({
  imports: [NotificationsModule, OrganisationModule],
  controllers: [DelegationController],
  providers: [CreateDelegation, EndDelegation, DelegationList, Delegations],
  exports: [Delegations],
})
export class DelegationModule {}
