import { type ItemDefinition, sampleForm } from '@onewindow/contracts';
import { evaluate } from '@onewindow/domain';

/** Is this item as the bench wants it: promised, all steps with the lead department, no fee? */
export function isPlain(definition: ItemDefinition, answers: Record<string, string | number | boolean>): boolean {
  const subject = { answers, form: sampleForm(definition, 1) };
  const steps = definition.route.steps.filter((step) => evaluate(step.when, subject));
  return (
    definition.kind === 'promised' &&
    definition.feeCents === 0 &&
    !definition.result.electronic &&
    steps.every((step) => step.departmentCode === 'lead' && !step.publicNotice)
  );
}
