import type { ItemDefinition } from '@onewindow/contracts';
import { FIELD_FORMATS } from '@onewindow/domain';
import { Ajv2020 } from 'ajv/dist/2020.js';

type Form = ItemDefinition['form'];

/** Our `x-` keys are annotations to JSON Schema; the formats' meaning is the domain's. */
function newCompiler(): Ajv2020 {
  const ajv = new Ajv2020({ allErrors: true, strict: false, addUsedSchema: false });
  for (const format of FIELD_FORMATS) ajv.addFormat(format, true);
  return ajv;
}

/** Its own meta-schema costs some 50 ms to compile, so there is one for all forms; what is asked of it is not kept. */
let compiler: Ajv2020 | null = null;

/**
 * Fields whose schema is no JSON Schema (draft 2020-12), such as those with a pattern that does not compile. Asked when a version is
 * published; afterwards nothing is ever compiled, neither on the server nor in the browser.
 */
export function uncompilableFields(form: Form): { key: string; column: string | null }[] {
  const ajv = (compiler ??= newCompiler());
  const compiles = (schema: object): boolean => {
    try {
      ajv.compile(schema);
      return true;
    } catch {
      return false;
    } finally {
      ajv.removeSchema(schema);
    }
  };
  return Object.entries(form.properties).flatMap(([key, field]): { key: string; column: string | null }[] => {
    const columns = Object.entries(field.items?.properties ?? {}).filter(([, column]) => !compiles(column));
    if (columns.length > 0) return columns.map(([column]) => ({ key, column }));
    return compiles(field) ? [] : [{ key, column: null }];
  });
}
