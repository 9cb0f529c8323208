import type { ItemDefinition } from '@onewindow/contracts';
import type { Condition } from '@onewindow/domain';
import type { DefinitionFault } from './catalogue-problems.js';
import { isSealedField } from './sealed-values.js';

/** A condition may ask only what the version asks, and sealed numbers can't be compared. */
export function conditionFaults(condition: Condition | undefined, { questions, form }: ItemDefinition, path: string): DefinitionFault[] {
  if (condition === undefined) return [];
  const inner = (parts: readonly Condition[]): DefinitionFault[] =>
    parts.flatMap((part) => conditionFaults(part, { questions, form } as ItemDefinition, path));
  if ('all' in condition) return inner(condition.all);
  if ('any' in condition) return inner(condition.any);
  if ('not' in condition) return inner([condition.not]);
  if ('question' in condition) {
    return questions.some((question) => question.key === condition.question) ? [] : [{ path, message: `没有问题“${condition.question}”` }];
  }
  const field = form.properties[condition.field.split('.')[0] ?? ''];
  if (!field) return [{ path, message: `表单没有字段“${condition.field}”` }];
  return isSealedField(field) ? [{ path, message: '条件不能比较证件号和电话' }] : [];
}

/** Places of the keys that stood before. */
export function repeated(keys: readonly string[]): number[] {
  return keys.flatMap((key, index) => (keys.indexOf(key) === index ? [] : [index]));
}
