export type ConditionValue = string | number | boolean;

/** What is looked at: the answer to a question of the situation, or a field of the form (dots go into objects). */
export type ConditionOperand = { question: string } | { field: string };

/** How it is looked at. Of a list (several choices), `equals` and `in` ask whether any of it fits. */
export type ConditionTest =
  { equals: ConditionValue } | { in: readonly ConditionValue[] } | { atLeast: number } | { atMost: number } | { answered: boolean };

/** A condition as plain JSON, stored in item versions: on materials, fields and steps of the route. */
export type Condition =
  { all: readonly Condition[] } | { any: readonly Condition[] } | { not: Condition } | (ConditionOperand & ConditionTest);

/** What a condition is asked about: the answers of the situation (业务情形) and the form, both plain JSON. */
export interface ConditionSubject {
  answers: Readonly<Record<string, unknown>>;
  form?: Readonly<Record<string, unknown>>;
}

/** Is the condition met? No condition is always met; a value that is missing meets nothing but `answered: false`. */
export function evaluate(condition: Condition | undefined, subject: ConditionSubject): boolean {
  if (condition === undefined) return true;
  if ('all' in condition) return condition.all.every((part) => evaluate(part, subject));
  if ('any' in condition) return condition.any.some((part) => evaluate(part, subject));
  if ('not' in condition) return !evaluate(condition.not, subject);
  return meets(valueOf(condition, subject), condition);
}

function valueOf(operand: ConditionOperand, subject: ConditionSubject): unknown {
  if ('question' in operand) return ownValue(subject.answers, operand.question);
  return operand.field.split('.').reduce<unknown>((value, key) => ownValue(value, key), subject.form ?? {});
}

function ownValue(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  return (value as Record<string, unknown>)[key];
}

function meets(value: unknown, test: ConditionTest): boolean {
  const values: unknown[] = Array.isArray(value) ? value : [value];
  if ('equals' in test) return values.includes(test.equals);
  if ('in' in test) return values.some((one) => (test.in as readonly unknown[]).includes(one));
  if ('atLeast' in test) return typeof value === 'number' && value >= test.atLeast;
  if ('atMost' in test) return typeof value === 'number' && value <= test.atMost;
  return isAnswered(value) === test.answered;
}

function isAnswered(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0;
  return value !== undefined && value !== null && value !== '';
}
