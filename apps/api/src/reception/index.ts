export { type CounterCase, CounterDesk } from './counter-desk.js';
export { requireOpenMaterial } from './material-rules.js';
export { saveMaterial } from './material-statements.js';
export { ReceptionModule } from './reception.module.js';
export { acceptStep } from './reception-steps.js';
export { emptyCase } from './empty-case.js';
