export { Delegation } from './delegation.entity.js';
export { DelegationModule } from './delegation.module.js';
export { Delegations, type Leave, leaveColumn, type StandingPrincipal } from './delegations.js';
