import type { ItemDefinition } from '@onewindow/contracts';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { FORMAT_RULES, type Gravity, violationOf } from './form-messages.js';
import { isSealedField, isSealedValue } from './sealed-values.js';

/** One field of a form that is not as the item version asks. */
export interface FieldProblem {
  key: string;
  /** The field's title in Chinese; the key itself for an unknown field. */
  label: string;
  gravity: Gravity;
  /** Chinese. */
  reason: string;
}

/** Where a field names no limit of its own. */
const LONGEST_TEXT = 2000;
const LONGEST_NUMBER = 60;

const ajv = new Ajv2020({ allErrors: true, strict: false, validateFormats: true, addUsedSchema: false });
for (const [name, rule] of Object.entries(FORMAT_RULES)) ajv.addFormat(name, { type: 'string', validate: rule.fits });

/** Checks stored forms against the form of one item version; compiled once, on first use. */
export class FormChecker {
  private compiled: ValidateFunction | undefined;

  constructor(private readonly schema: ItemDefinition['form']) {}

  /** @throws Error when the schema does not compile, such as for a faulty pattern */
  compile(): void {
    this.compiled ??= ajv.compile(this.withoutSealed());
  }

  /** Everything that is wrong, one problem a field, in the form's order. What is sealed was right when it was sealed. */
  problems(form: Readonly<Record<string, unknown>>): FieldProblem[] {
    this.compile();
    const found = new Map<string, FieldProblem>();
    for (const [key, value] of Object.entries(form)) {
      const field = this.schema.properties[key];
      if (!isSealedField(field)) continue;
      if (isSealedValue(value)) continue;
      if (typeof value !== 'string' || value.length > LONGEST_NUMBER) found.set(key, this.problem(key, 'shape', '须是号码'));
      else if (field?.format && !FORMAT_RULES[field.format].fits(value))
        found.set(key, this.problem(key, 'value', FORMAT_RULES[field.format].reason));
    }
    if (!this.compiled?.(form)) {
      for (const error of this.compiled?.errors ?? []) {
        const key = keyOf(error.instancePath, error.params);
        const violation = violationOf(error, this.schema.properties[key]);
        if (violation && !found.has(key)) found.set(key, this.problem(key, violation.gravity, violation.reason));
      }
    }
    const order = Object.keys(this.schema.properties);
    return [...found.values()].sort((a, b) => order.indexOf(a.key) - order.indexOf(b.key));
  }

  private problem(key: string, gravity: Gravity, reason: string): FieldProblem {
    return { key, label: this.schema.properties[key]?.title ?? key, gravity, reason };
  }

  /** The schema for what is stored: numbers that are kept sealed are judged by their format alone. */
  private withoutSealed(): object {
    const properties = Object.fromEntries(
      Object.entries(this.schema.properties).map(([key, field]) => {
        if (isSealedField(field)) return [key, {}];
        return [key, field.type === 'string' ? { ...field, maxLength: field.maxLength ?? LONGEST_TEXT } : field];
      }),
    );
    return { type: 'object', properties, required: this.schema.required, additionalProperties: false };
  }
}

function keyOf(instancePath: string, params: Record<string, unknown>): string {
  if (instancePath !== '') return instancePath.slice(1).split('/')[0] ?? '';
  return String(params['missingProperty'] ?? params['additionalProperty'] ?? '');
}
