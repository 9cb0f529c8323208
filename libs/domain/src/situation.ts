import { evaluate } from './conditions.js';
import type { FormDefinition, FormValues } from './form-definition.js';
import { visibleFields } from './form-parts.js';
import type { MaterialRequirement } from './material-requirements.js';
import { checklistFor, type ChecklistLine } from './materials.js';
import type { RouteDefinition } from './route-definition.js';
import { inOrder } from './route.js';

/** What of an item version depends on the situation (业务情形). */
export interface SituationDefinition {
  readonly materials: readonly MaterialRequirement[];
  readonly form: FormDefinition;
  readonly route: RouteDefinition;
}

/** What a visitor's answers come to. */
export interface SituationOutcome {
  /** The list of materials, in the item's order. */
  materials: ChecklistLine[];
  /** Keys of the fields that are asked, in the form's order. */
  fields: string[];
  /** Keys of the steps that are taken, each after those it waits for. */
  steps: string[];
}

/**
 * The materials, fields and steps of a case under its answers: exactly these, no others (R4.1, R5.1).
 * @param subject answers by question key, form values by field key; the form may be empty before anything is filled
 */
export function situationOutcome(definition: SituationDefinition, subject: { answers: FormValues; form: FormValues }): SituationOutcome {
  return {
    materials: checklistFor(definition.materials, subject),
    fields: [...visibleFields(definition.form, subject.form, subject.answers)],
    steps: inOrder(definition.route)
      .filter((step) => evaluate(step.when, subject))
      .map((step) => step.key),
  };
}
