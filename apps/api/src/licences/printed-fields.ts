import type { ItemDefinition, LicenceView } from '@onewindow/contracts';

/** The values that a result prints, by their field keys: plain ones alone, so that no sealed number of a person gets out (R10.2). */
export function printedFields({ result, form: schema }: ItemDefinition, form: Readonly<Record<string, unknown>>): LicenceView['fields'] {
  const fields: LicenceView['fields'] = {};
  for (const key of result.fields) {
    const value = form[key];
    const format = schema.properties[key]?.format;
    if (format === 'identity' || format === 'phone') continue;
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') fields[key] = value;
  }
  return fields;
}
