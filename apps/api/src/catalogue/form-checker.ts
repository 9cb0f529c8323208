import type { ItemDefinition } from '@onewindow/contracts';
import { type FormContext, type FormProblem, formProblems, withoutHidden } from '@onewindow/domain';

/** One value of a form that is not as the item version asks. */
export type FieldProblem = FormProblem;

/** What the rules ask besides the form. */
export type FormGivens = Omit<FormContext, 'numbers'>;

/** Checks stored forms against the form of one item version, by the rule that the browser follows too. */
export class FormChecker {
  constructor(private readonly schema: ItemDefinition['form']) {}

  /** Everything that is wrong, one problem a value, in the form's order. What is sealed was right when it was sealed. */
  problems(form: Readonly<Record<string, unknown>>, givens: FormGivens): FieldProblem[] {
    return formProblems(this.schema, form, { ...givens, numbers: 'objects' });
  }

  /** The form without the values of hidden parts: they are neither required nor stored. */
  withoutHidden<T extends Readonly<Record<string, unknown>>>(form: T, answers: FormGivens['answers']): T {
    return withoutHidden(this.schema, form, answers);
  }
}
