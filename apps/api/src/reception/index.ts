export { judged } from './commands/judge-material.js';
export { type CounterCase, CounterDesk } from './counter-desk.js';
export { titleOf } from './draft-editor.js';
export { DraftForms } from './draft-forms.js';
export { requireOpenMaterial } from './material-rules.js';
export { saveMaterial, stateOf, withState } from './material-statements.js';
export { ReceptionModule } from './reception.module.js';
export { acceptStep } from './reception-steps.js';
export { emptyCase } from './empty-case.js';
