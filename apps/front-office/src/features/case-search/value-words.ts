/** What is needed of a field to say its value in words. */
export interface WordedField {
  oneOf?: readonly { const: string | number; title: string }[] | undefined;
  'x-unit'?: string | undefined;
}

/** A value as people read it: the title of a choice, 是 and 否, the number with its unit; 未填 when there is none. */
export function valueWords(field: WordedField, value: unknown): string {
  if (value === undefined || value === null || value === '') return '未填';
  if (typeof value === 'boolean') return value ? '是' : '否';
  const choice = field.oneOf?.find((option) => option.const === value);
  if (choice) return choice.title;
  if (typeof value !== 'string' && typeof value !== 'number') return '有内容';
  return field['x-unit'] ? `${value} ${field['x-unit']}` : String(value);
}
