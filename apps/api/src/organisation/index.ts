export { Counter } from './counter.entity.js';
export { Department } from './department.entity.js';
export { Hall } from './hall.entity.js';
export { type NamedUnits, Organisation } from './organisation.js';
export { OrganisationModule } from './organisation.module.js';
export { UnitUnknown } from './organisation-problems.js';
export { OrganisationSnapshot } from './organisation-snapshot.js';
export { Region } from './region.entity.js';
export { StaffNames, type StaffRef } from './staff-names.js';
