import type { Condition } from './conditions.js';
import type { FormField } from './form-definition.js';
import { canonicalJson, type JsonValue } from './events.js';
import { sourcesOf } from './form-prefill.js';

/** What makes a value of one field a value of another. */
export function valueSchemaOf(field: FormField): string {
  const {
    'x-group': _group,
    'x-when': _when,
    'x-source': _source,
    'x-meaning': _meaning,
    'x-once': _once,
    'x-span': _span,
    ...value
  } = field;
  return comparableJson(value);
}

/** JSON with sorted keys, for comparing. */
export function comparableJson(value: unknown): string {
  return canonicalJson(JSON.parse(JSON.stringify(value ?? null)) as JsonValue);
}

/** Does one name in a part stand for another in the bundle? Names that are not there stay. */
export type BundleRename = (name: string) => string;

/** The condition with its fields named as the bundle names them. */
export function renamedCondition(condition: Condition, rename: BundleRename): Condition {
  if ('all' in condition) return { all: condition.all.map((part) => renamedCondition(part, rename)) };
  if ('any' in condition) return { any: condition.any.map((part) => renamedCondition(part, rename)) };
  if ('not' in condition) return { not: renamedCondition(condition.not, rename) };
  if ('question' in condition) return condition;
  const [head = '', ...rest] = condition.field.split('.');
  return { ...condition, field: [rename(head), ...rest].join('.') };
}

/** All of these must hold; undefined when there is none. */
export function everyCondition(conditions: readonly (Condition | undefined)[]): Condition | undefined {
  const given = conditions.filter((one) => one !== undefined);
  return given.length <= 1 ? given[0] : { all: given };
}

/** Any of these is enough; undefined, always, when one of them is. */
export function anyCondition(conditions: readonly (Condition | undefined)[]): Condition | undefined {
  const given = new Map<string, Condition>();
  for (const one of conditions) {
    if (one === undefined) return undefined;
    given.set(comparableJson(one), one);
  }
  const distinct = [...given.values()];
  return distinct.length <= 1 ? distinct[0] : { any: distinct };
}

/** The field with everything that names other fields or materials named as the bundle names them. */
export function fieldWithNames(field: FormField, fields: BundleRename, materials: BundleRename): FormField {
  const bound = (text: string | undefined) => (text?.startsWith('field:') ? `field:${fields(text.slice(6))}` : text);
  const { 'x-min': min, 'x-max': max, 'x-sums': sums, 'x-material': material, 'x-when': when } = field;
  return {
    ...field,
    ...(min === undefined ? {} : { 'x-min': bound(min) }),
    ...(max === undefined ? {} : { 'x-max': bound(max) }),
    ...(material === undefined ? {} : { 'x-material': materials(material) }),
    ...(when === undefined ? {} : { 'x-when': renamedCondition(when, fields) }),
    ...(sums === undefined
      ? {}
      : { 'x-sums': sums.map((one) => (one.equalsField === undefined ? one : { ...one, equalsField: fields(one.equalsField) })) }),
  };
}

type Comparable = keyof Pick<FormField, 'format' | 'oneOf' | 'pattern' | 'x-min' | 'x-max' | 'items' | 'x-sums' | 'x-material'>;
/** These must be the same in both, or stand in one alone. */
const ALIKE: readonly Comparable[] = ['pattern', 'x-min', 'x-max', 'x-sums', 'x-material'];

/**
 * One field for two of the same meaning: what it takes, both take (the narrower bounds of the two).
 * @returns the field, or in Chinese why there is none: the types differ, or no value is left
 */
export function strictestField(one: FormField, other: FormField): { field: FormField } | { conflict: string } {
  const conflict = (why: string) => ({ conflict: `“${one.title}”和“${other.title}”含义相同，${why}` });
  const isAlike = (name: 'type' | Comparable) => comparableJson(one[name]) === comparableJson(other[name]);
  if (!isAlike('type') || !isAlike('format') || !isAlike('oneOf') || !isAlike('items')) return conflict('类型或选项不同');
  for (const name of ALIKE) {
    if (one[name] !== undefined && other[name] !== undefined && !isAlike(name)) return conflict('要求不同');
  }
  const pick = (name: 'minLength' | 'minimum' | 'minItems' | 'maxLength' | 'maximum' | 'maxItems' | 'x-span', of: typeof Math.max) => {
    const given = [one[name], other[name]].filter((value) => value !== undefined);
    return given.length === 0 ? {} : { [name]: of(...given) };
  };
  const merged: FormField = {
    ...other,
    ...one,
    ...Object.fromEntries(ALIKE.flatMap((name) => (one[name] === undefined && other[name] !== undefined ? [[name, other[name]]] : []))),
    ...pick('minLength', Math.max),
    ...pick('minimum', Math.max),
    ...pick('minItems', Math.max),
    ...pick('maxLength', Math.min),
    ...pick('maximum', Math.min),
    ...pick('maxItems', Math.min),
    ...pick('x-span', Math.max),
    ...sourcesBoth(one, other),
    ...(one['x-once'] === true || other['x-once'] === true ? { 'x-once': true } : {}),
  };
  const isUpsideDown = (low: number | undefined, high: number | undefined) => low !== undefined && high !== undefined && low > high;
  if (
    isUpsideDown(merged.minLength, merged.maxLength) ||
    isUpsideDown(merged.minimum, merged.maximum) ||
    isUpsideDown(merged.minItems, merged.maxItems)
  )
    return conflict('没有一个值两边都收');
  return { field: merged };
}

/** As many places as a field may name. */
const MOST_SOURCES = 5;

function sourcesBoth(one: FormField, other: FormField): Partial<FormField> {
  const sources = [...new Set([...sourcesOf(one), ...sourcesOf(other)])].slice(0, MOST_SOURCES);
  return sources.length === 0 ? {} : { 'x-source': sources.length === 1 ? sources[0] : sources };
}

/** The key itself, else with the part's before it: taxName, taxName2. */
export function freeKey(key: string, partKey: string, taken: ReadonlySet<string>): string {
  if (!taken.has(key)) return key;
  const longer = `${partKey}${key.charAt(0).toUpperCase()}${key.slice(1)}`;
  for (let at = 1; ; at += 1) {
    const wanted = at === 1 ? longer : `${longer}${at}`;
    if (!taken.has(wanted)) return wanted;
  }
}
