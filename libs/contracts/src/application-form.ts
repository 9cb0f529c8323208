import { FIELD_FORMATS, MOST_ROWS } from '@onewindow/domain';
import { z } from 'zod';
import { condition, definitionKey as key } from './conditions.js';
import { text } from './primitives.js';

const option = z.strictObject({ const: z.union([z.string(), z.number()]), title: text(60) });
/** A day, one counted from today, or the day in another field: `2026-01-01`, `today+30d`, `today-18y`, `field:from`. */
const dateBound = z
  .string()
  .regex(/^(\d{4}-\d{2}-\d{2}|today([+-]\d{1,5}[dmy])?|field:[a-z][A-Za-z0-9]{0,39})$/, '写日期、today+30d 或 field:键');
const source = text(60);

const value = {
  title: text(40),
  format: z.enum(FIELD_FORMATS).optional(),
  /** A choice; long ones are searched by typing. */
  oneOf: z.array(option).max(1000).optional(),
  minLength: z.number().int().min(0).optional(),
  maxLength: z.number().int().min(1).max(2000).optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  pattern: z.string().max(200).optional(),
  'x-min': dateBound.optional(),
  'x-max': dateBound.optional(),
  'x-unit': z.string().max(10).optional(),
  'x-placeholder': z.string().max(40).optional(),
};
const valueType = z.enum(['string', 'number', 'integer', 'boolean']);

/** One column of a table. */
export const columnSchema = z.strictObject({ type: valueType, ...value });

/** One field of a form: a value, a table (`array`), or a structured address (`object`). */
export const fieldSchema = z.strictObject({
  type: z.enum([...valueType.options, 'array', 'object']),
  ...value,
  items: z
    .strictObject({ type: z.literal('object'), properties: z.record(key, columnSchema), required: z.array(key).max(20).default([]) })
    .optional(),
  minItems: z.number().int().min(0).max(MOST_ROWS).optional(),
  maxItems: z.number().int().min(1).max(MOST_ROWS).optional(),
  /** What a column of the table must come to: a number such as 100 %, or another field's value such as the capital. */
  'x-sums': z
    .array(z.strictObject({ column: key, equals: z.number().optional(), equalsField: key.optional() }))
    .max(5)
    .optional(),
  /** 2 takes the whole row of the two-column form. */
  'x-span': z.union([z.literal(1), z.literal(2)]).optional(),
  'x-group': key.optional(),
  /** Hidden while it does not hold: neither asked for nor stored. */
  'x-when': condition.optional(),
  /** Where a first value comes from, in order: `applicant.name`, `registry.address`, `licence.<type>.<field>`, `situation.<key>`, … */
  'x-source': z.union([source, z.array(source).min(1).max(5)]).optional(),
  /** What the value means in every item that asks for it: a returning applicant's is taken over. */
  'x-meaning': z
    .string()
    .regex(/^[a-z][A-Za-z0-9.-]{0,39}$/, '含义用小写字母开头的字母和数字')
    .optional(),
  /** New each time: never taken over from an earlier case. */
  'x-once': z.boolean().optional(),
  /** Of an attachment: the material's code. */
  'x-material': key.optional(),
});

/** The application form: a JSON Schema object (draft 2020-12) with our `x-` keys; what they mean is in the domain. */
export const formSchema = z
  .strictObject({
    type: z.literal('object'),
    properties: z.record(key, fieldSchema),
    required: z.array(key).default([]),
    'x-groups': z
      .array(z.strictObject({ key, title: text(40), 'x-when': condition.optional() }))
      .max(30)
      .optional(),
  })
  .refine((s) => s.required.every((k) => k in s.properties), '必填项里有表单没有的字段');
export type ApplicationForm = z.output<typeof formSchema>;
export type ApplicationField = ApplicationForm['properties'][string];
