import {
  anyCondition,
  type BundleRename,
  comparableJson,
  everyCondition,
  fieldWithNames,
  freeKey,
  renamedCondition,
  strictestField,
  valueSchemaOf,
} from './bundle-fields.js';
import { type BundleMaterial, mergeBundleMaterials } from './bundle-materials.js';
import type { Condition } from './conditions.js';
import type { FormDefinition, FormField, FormGroup, FormValues } from './form-definition.js';
import { withoutHidden } from './form-parts.js';

/** A question of the situation as far as merging looks at it. */
export interface BundleQuestion {
  readonly key: string;
  readonly title: string;
}

/** What one item brings into a bundle: the bundle's own parts, or a child's. */
export interface BundlePart<Q extends BundleQuestion = BundleQuestion, M extends BundleMaterial = BundleMaterial> {
  readonly key: string;
  /** Heading of its fields, Chinese. */
  readonly name: string;
  /** The part is taken under these answers. */
  readonly when?: Condition | undefined;
  readonly questions: readonly Q[];
  readonly form: FormDefinition;
  readonly materials: readonly M[];
}

/** Where a part's own names are found in the bundle. */
export interface BundleSlice {
  /** Field of the part → field of the bundle. */
  readonly fields: Readonly<Record<string, string>>;
  /** Material of the part → material of the bundle. */
  readonly materials: Readonly<Record<string, string>>;
  readonly questions: readonly string[];
}

export interface MergedBundle<Q extends BundleQuestion = BundleQuestion, M extends BundleMaterial = BundleMaterial> {
  readonly questions: Q[];
  readonly form: FormDefinition;
  readonly materials: M[];
  /** By the key of the part. */
  readonly slices: Readonly<Record<string, BundleSlice>>;
  /** Chinese: what can't be merged; a bundle with any can't be published. */
  readonly conflicts: string[];
}

/** The group of the fields that several parts ask for. */
export const SHARED_GROUP = 'shared';
const SHARED_TITLE = '各部门共用';

interface Asker {
  readonly part: BundlePart;
  readonly key: string;
  readonly field: FormField;
}

interface MergedField {
  readonly key: string;
  readonly askers: Asker[];
}

/**
 * One form, one list of materials and one set of questions for several items. A field of the same meaning (x-meaning, or the same key and
 * schema) and a material of the same shelf or code stand once, with the strictest of what is asked; everything else keeps its place, under
 * another key where two would share one. A field or material is asked for while any part that wants it is taken.
 */
export function mergeBundle<Q extends BundleQuestion, M extends BundleMaterial>(parts: readonly BundlePart<Q, M>[]): MergedBundle<Q, M> {
  const entries = distinctFields(parts);
  const names = new Map(parts.map((part) => [part.key, fieldNames(entries, part)]));
  const rename =
    (part: { readonly key: string }): BundleRename =>
    (name) =>
      names.get(part.key)?.get(name) ?? name;
  const papers = mergeBundleMaterials(parts, rename);
  const conflicts = [...questionConflicts(parts)];
  const properties = new Map<string, FormField>();
  for (const entry of entries) {
    const field = mergedField(entry, rename, (part) => (code) => papers.codes.get(part.key)?.get(code) ?? code, conflicts);
    properties.set(entry.key, field);
  }
  const groups = groupsOf(parts);
  const placed = [...properties].sort(([, a], [, b]) => placeOf(groups, a) - placeOf(groups, b));
  const used = new Set(placed.map(([, field]) => field['x-group']));
  const required = entries.filter(({ askers }) => askers.some(({ part, key }) => part.form.required?.includes(key) === true));
  return {
    questions: distinctQuestions(parts),
    form: {
      type: 'object',
      properties: Object.fromEntries(placed),
      required: required.map((entry) => entry.key),
      'x-groups': groups.filter((group) => used.has(group.key)),
    },
    materials: papers.materials,
    slices: Object.fromEntries(
      parts.map((part) => [
        part.key,
        {
          fields: Object.fromEntries(names.get(part.key) ?? []),
          materials: Object.fromEntries(papers.codes.get(part.key) ?? []),
          questions: part.questions.map(({ key }) => key),
        },
      ]),
    ),
    conflicts,
  };
}

/** The values of a part among those of the bundle's form; what the part itself would hide is left out. */
export function sliceBundleForm(values: FormValues, fields: BundleSlice['fields'], form: FormDefinition, answers: FormValues): FormValues {
  const own = Object.entries(fields).flatMap(([key, merged]) => (values[merged] === undefined ? [] : [[key, values[merged]] as const]));
  return withoutHidden(form, Object.fromEntries(own), answers);
}

function distinctFields(parts: readonly BundlePart[]): MergedField[] {
  const entries: MergedField[] = [];
  for (const part of parts) {
    for (const [key, field] of Object.entries(part.form.properties)) {
      // Two fields of one item are two, whatever they mean.
      const free = entries.filter(({ askers }) => !askers.some((one) => one.part === part));
      const same = free.find((entry) => isOfOneMeaning(entry, field)) ?? free.find((entry) => isOneField(entry, key, field));
      if (same) same.askers.push({ part, key, field });
      else entries.push({ key: freeKey(key, part.key, new Set(entries.map((one) => one.key))), askers: [{ part, key, field }] });
    }
  }
  return entries;
}

function isOfOneMeaning({ askers }: MergedField, field: FormField): boolean {
  const meaning = field['x-meaning'];
  return meaning !== undefined && askers.some((one) => one.field['x-meaning'] === meaning);
}

function isOneField({ askers }: MergedField, key: string, field: FormField): boolean {
  // A field without a meaning never makes one of two that mean different things.
  const meant = askers.find((one) => one.field['x-meaning'] !== undefined)?.field['x-meaning'];
  const meaning = field['x-meaning'];
  if (meant !== undefined && meaning !== undefined && meant !== meaning) return false;
  return askers.some((one) => one.key === key && valueSchemaOf(one.field) === valueSchemaOf(field));
}

function fieldNames(entries: readonly MergedField[], part: BundlePart): Map<string, string> {
  const found = entries.flatMap((entry) => entry.askers.filter((one) => one.part === part).map((one) => [one.key, entry.key] as const));
  // In the order of the part's own form.
  const keys = Object.keys(part.form.properties);
  return new Map(found.sort(([a], [b]) => keys.indexOf(a) - keys.indexOf(b)));
}

type OfPart = (part: { readonly key: string }) => BundleRename;

function mergedField({ askers }: MergedField, fields: OfPart, materials: OfPart, conflicts: string[]): FormField {
  const asked = askers.map(({ part, field }) => fieldWithNames(field, fields(part), materials(part)));
  let [merged] = asked;
  if (!merged) throw new Error('a field that nobody asks for');
  for (const field of asked.slice(1)) {
    const both = strictestField(merged, field);
    if ('field' in both) merged = both.field;
    else conflicts.push(both.conflict);
  }
  const meaning = askers.find(({ field }) => field['x-meaning'] !== undefined)?.field['x-meaning'];
  const when = anyCondition(askers.map(({ part, field }) => whenAsked(part, field, fields(part))));
  const { 'x-when': _when, 'x-group': _group, ...rest } = merged;
  const [first] = askers;
  const group = askers.length > 1 || !first ? SHARED_GROUP : groupKey(first.part, first.field);
  return {
    ...rest,
    ...(meaning === undefined ? {} : { 'x-meaning': meaning }),
    'x-group': group,
    ...(when === undefined ? {} : { 'x-when': when }),
  };
}

/** When this part asks for the field: while it is taken, under the field's own condition and its group's. */
function whenAsked(part: BundlePart, field: FormField, rename: BundleRename): Condition | undefined {
  const group = part.form['x-groups']?.find(({ key }) => key === field['x-group']);
  const own = [group?.['x-when'], field['x-when']].map((one) => (one === undefined ? undefined : renamedCondition(one, rename)));
  return everyCondition([part.when, ...own]);
}

function groupKey(part: BundlePart, field: FormField): string {
  const group = field['x-group'];
  return group === undefined ? `of${capital(part.key)}` : `of${capital(part.key)}${capital(group)}`;
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

/** What is shared first, then part by part, each with its own headings. */
function groupsOf(parts: readonly BundlePart[]): FormGroup[] {
  return [
    { key: SHARED_GROUP, title: SHARED_TITLE },
    ...parts.flatMap((part) => [
      { key: `of${capital(part.key)}`, title: part.name },
      ...(part.form['x-groups'] ?? []).map(({ key, title }) => ({
        key: `of${capital(part.key)}${capital(key)}`,
        title: title === part.name ? title : `${part.name} · ${title}`,
      })),
    ]),
  ];
}

function placeOf(groups: readonly FormGroup[], field: FormField): number {
  return groups.findIndex(({ key }) => key === field['x-group']);
}

function distinctQuestions<Q extends BundleQuestion>(parts: readonly BundlePart<Q>[]): Q[] {
  const questions = new Map<string, Q>();
  for (const question of parts.flatMap((part) => part.questions)) {
    if (!questions.has(question.key)) questions.set(question.key, question);
  }
  return [...questions.values()];
}

/** A question of one key is one question: it can't be asked in two ways. */
function questionConflicts(parts: readonly BundlePart[]): string[] {
  const first = new Map<string, BundleQuestion>();
  return parts
    .flatMap((part) => part.questions)
    .flatMap((question) => {
      const known = first.get(question.key) ?? question;
      first.set(question.key, known);
      return comparableJson(known) === comparableJson(question) ? [] : [`问题“${question.title}”（${question.key}）在两个子项里不一样`];
    });
}
