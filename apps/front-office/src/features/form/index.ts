export { FormConflict } from './form-conflict.js';
export { FORM_ID } from './form-id.js';
export { FormPart } from './form-part.js';
export {
  comingToLight,
  filledBy,
  isAnotherPerson,
  type KnownApplicant,
  type Origin,
  originsOf,
  prefill,
  saysTheSame,
  withoutBrought,
} from './first-values.js';
export { prefillQuery } from './forms.queries.js';
