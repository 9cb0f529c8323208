import type { ItemDefinition, LicenceView } from '@onewindow/contracts';
import { isPersonalFormat, valueWords } from '@onewindow/domain';

/** The values that a result prints, by their field keys: plain ones alone, so that no sealed number of a person gets out (R10.2). */
export function printedFields({ result, form: schema }: ItemDefinition, form: Readonly<Record<string, unknown>>): LicenceView['fields'] {
  const fields: LicenceView['fields'] = {};
  for (const key of result.fields) {
    const value = form[key];
    const field = schema.properties[key];
    if (isPersonalFormat(field) || value === undefined) continue;
    if (field && (field.format === 'money' || field.type === 'object')) fields[key] = valueWords(field, value);
    else if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') fields[key] = value;
  }
  return fields;
}
