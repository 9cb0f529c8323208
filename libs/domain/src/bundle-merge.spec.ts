import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { BundleMaterial } from './bundle-materials.js';
import { type BundlePart, mergeBundle, SHARED_GROUP, sliceBundleForm } from './bundle-merge.js';
import type { FormField, FormValues } from './form-definition.js';
import { ringOfConditions, visibleFields } from './form-parts.js';
import { checklistFor } from './materials.js';

const text = (title: string, more: Partial<FormField> = {}): FormField => ({ type: 'string', title, maxLength: 60, ...more });
const paper = (code: string, name: string, more: Partial<BundleMaterial> = {}): BundleMaterial => ({
  code,
  name,
  kind: 'document',
  necessity: 'required',
  isKey: false,
  ...more,
});
const part = (key: string, properties: Record<string, FormField>, more: Partial<BundlePart> = {}): BundlePart => ({
  key,
  name: `子项 ${key}`,
  questions: [],
  form: { type: 'object', properties, required: Object.keys(properties) },
  materials: [],
  ...more,
});
const SEAL = { question: 'seal', equals: true } as const;

describe('the merged form', () => {
  it('asks once for what has one meaning, or one key and schema; other fields of one key keep apart', () => {
    const merged = mergeBundle([
      part('licence', {
        company: text('公司名称', { 'x-meaning': 'company.name', maxLength: 40 }),
        phone: text('联系电话', { format: 'phone' }),
        name: text('股东'),
      }),
      part('tax', {
        payer: text('纳税人名称', { 'x-meaning': 'company.name' }),
        phone: text('联系电话', { format: 'phone' }),
        name: text('办税人'),
      }),
    ]);
    expect(merged.conflicts).toEqual([]);
    expect(Object.keys(merged.form.properties)).toEqual(['company', 'phone', 'name', 'taxName']);
    expect(merged.form.properties['company']).toMatchObject({ maxLength: 40, 'x-group': SHARED_GROUP });
    expect(merged.slices['tax']?.fields).toEqual({ payer: 'company', phone: 'phone', name: 'taxName' });
    expect(merged.form['x-groups']?.map(({ title }) => title)).toEqual(['各部门共用', '子项 licence', '子项 tax']);
  });
  it('asks while any part that wants the field is taken, under its own names', () => {
    const merged = mergeBundle([
      part('licence', { kind: text('类型'), owner: text('股东', { 'x-when': { field: 'kind', equals: 'single' } }) }),
      part(
        'seal',
        { kind: text('印章'), size: text('尺寸', { 'x-when': { field: 'kind', equals: 'round' } }), owner: text('股东') },
        { when: SEAL },
      ),
    ]);
    const seen = (answers: FormValues, values: FormValues) => [...visibleFields(merged.form, values, answers)];
    expect(seen({ seal: false }, {})).toEqual(['kind']);
    expect(seen({ seal: false }, { kind: 'single' })).toEqual(['owner', 'kind']);
    expect(seen({ seal: true }, { sealKind: 'round' })).toEqual(['owner', 'kind', 'sealKind', 'size']);
    expect(ringOfConditions(merged.form)).toBeNull();
  });
  it('says what can not be one: another type, no value left, a question asked in two ways', () => {
    const meaning = { 'x-meaning': 'company.capital' };
    const merged = mergeBundle([
      part('a', { capital: { type: 'integer', title: '资本', ...meaning } }, { questions: [{ key: 'seal', title: '刻章' }] }),
      part('b', { money: text('资本', meaning) }, { questions: [{ key: 'seal', title: '要章' }] }),
    ]);
    expect(merged.conflicts).toHaveLength(2);
    const bounds = mergeBundle([
      part('a', { n: { type: 'integer', title: '人数', minimum: 10, 'x-meaning': 'staff' } }),
      part('b', { n: { type: 'integer', title: '人数', maximum: 5, 'x-meaning': 'staff' } }),
    ]);
    expect(bounds.conflicts).toEqual(['“人数”和“人数”含义相同，没有一个值两边都收']);
  });
  it('gives a child only what its own form would ask for', () => {
    const form = {
      type: 'object',
      properties: { kind: text('类型'), owner: text('股东', { 'x-when': { field: 'kind', equals: 'single' } }) },
    } as const;
    const fields = { kind: 'taxKind', owner: 'owner' };
    expect(sliceBundleForm({ taxKind: 'limited', owner: '甲', kind: 'x' }, fields, form, {})).toEqual({ kind: 'limited' });
  });
});

describe('the merged list of materials', () => {
  it('asks once for one shelf or one code and kind, in the strictest way; other papers of one code keep apart', () => {
    const merged = mergeBundle([
      part(
        'a',
        {},
        {
          materials: [
            paper('identity', '身份证', {
              kind: 'identity',
              medium: 'copy',
              necessity: 'optional',
              licenceType: 'id-card',
              reviewPoints: ['有效'],
            }),
            paper('form', '申请表', { kind: 'application' }),
          ],
        },
      ),
      part(
        'b',
        {},
        {
          when: SEAL,
          materials: [
            paper('card', '身份证', { kind: 'identity', libraryKey: 'card' }),
            paper('identity', '身份证件', { kind: 'identity', medium: 'original', isKey: true, validMonths: 6, reviewPoints: ['清楚'] }),
            paper('form', '平面图', { kind: 'drawing' }),
          ],
        },
      ),
      part('c', {}, { materials: [paper('holder', '身份证', { kind: 'identity', libraryKey: 'card', validMonths: 3 })] }),
    ]);
    expect(merged.materials.map(({ code }) => code)).toEqual(['identity', 'form', 'card', 'bForm']);
    expect(merged.materials[0]).toMatchObject({
      medium: 'original',
      isKey: true,
      necessity: 'required',
      validMonths: 6,
      reviewPoints: ['有效', '清楚'],
    });
    expect(merged.materials[0]?.licenceType).toBeUndefined();
    expect(merged.slices['c']?.materials).toEqual({ holder: 'card' });
    expect(merged.slices['b']?.materials).toEqual({ card: 'card', identity: 'identity', form: 'bForm' });
    const asked = checklistFor(merged.materials as never, { answers: { seal: false } }).map(({ requirement }) => requirement.code);
    expect(asked).toEqual(['identity', 'form', 'card']);
  });
});

const meanings = fc.option(fc.constantFrom('m1', 'm2', 'm3'), { nil: undefined });
const fields = fc.dictionary(
  fc.constantFrom('name', 'phone', 'address', 'kind', 'number', 'amount'),
  fc.record({ title: fc.constantFrom('甲', '乙'), maxLength: fc.constantFrom(20, 60), meaning: meanings }),
  { minKeys: 1, maxKeys: 6 },
);
const papers = fc.array(
  fc.record({
    code: fc.constantFrom('a', 'b', 'c', 'd'),
    kind: fc.constantFrom('document', 'identity' as const),
    libraryKey: fc.option(fc.constantFrom('k1', 'k2'), { nil: undefined }),
  }),
  { maxLength: 5 },
);
const parts = fc.array(fc.tuple(fields, papers), { minLength: 2, maxLength: 5 }).map((rows) =>
  rows.map(([named, materials], index) => {
    const properties = Object.entries(named).map(
      ([key, { title, maxLength, meaning }]) =>
        [key, text(title, { maxLength, ...(meaning === undefined ? {} : { 'x-meaning': meaning }) })] as const,
    );
    const distinct = [...new Map(materials.map((one) => [one.code, one])).values()];
    return part(`p${index}`, Object.fromEntries(properties), {
      materials: distinct.map((one) => paper(one.code, one.code, one as Partial<BundleMaterial>)),
    });
  }),
);

describe('any bundle', () => {
  it('loses no field and no paper, asks nothing twice, and gives every child its own back', () => {
    fc.assert(
      fc.property(parts, (all) => {
        const merged = mergeBundle(all);
        expect(merged.conflicts).toEqual([]);
        const values = Object.fromEntries(Object.keys(merged.form.properties).map((key) => [key, `value of ${key}`]));
        const [served, brought] = [new Set<string>(), new Set<string>()];
        for (const one of all) {
          const slice = merged.slices[one.key];
          expect(Object.keys(slice?.fields ?? {})).toEqual(Object.keys(one.form.properties));
          expect(Object.keys(slice?.materials ?? {}).sort()).toEqual(one.materials.map(({ code }) => code).sort());
          // Two fields of one item never become one.
          expect(new Set(Object.values(slice?.fields ?? {})).size).toBe(Object.keys(one.form.properties).length);
          expect(new Set(Object.values(slice?.materials ?? {})).size).toBe(one.materials.length);
          const own = sliceBundleForm(values, slice?.fields ?? {}, one.form, {});
          expect(Object.keys(own)).toEqual(Object.keys(one.form.properties));
          for (const [key, name] of Object.entries(slice?.fields ?? {})) {
            served.add(name);
            expect(own[key]).toBe(values[name]);
            const [mine, whole] = [one.form.properties[key], merged.form.properties[name]];
            expect(whole?.maxLength).toBeLessThanOrEqual(mine?.maxLength ?? 0);
            if (mine?.['x-meaning'] !== undefined) expect(whole?.['x-meaning']).toBe(mine['x-meaning']);
          }
          for (const { code, libraryKey } of one.materials) {
            const name = slice?.materials[code] ?? '';
            brought.add(name);
            if (libraryKey !== undefined) expect(merged.materials.find((paper) => paper.code === name)?.libraryKey).toBe(libraryKey);
          }
        }
        expect([...served].sort()).toEqual(Object.keys(merged.form.properties).sort());
        expect([...brought].sort()).toEqual(merged.materials.map(({ code }) => code).sort());
        expect(merged.form.required?.length).toBe(Object.keys(merged.form.properties).length);
      }),
      { numRuns: 400 },
    );
  });
  it('slice(merge(x)) = x: what each child would have held by itself comes back from the one form', () => {
    fc.assert(
      fc.property(parts, fc.string(), (all, seed) => {
        const { slices } = mergeBundle(all);
        // The same meaning has the same value wherever it stands: so it is named by where it went.
        const valueAt = (name: string) => `${seed} ${name}`;
        const forms = all.map((one) =>
          Object.fromEntries(Object.keys(one.form.properties).map((key) => [key, valueAt(slices[one.key]?.fields[key] ?? '')])),
        );
        const whole: Record<string, unknown> = {};
        all.forEach((one, index) => {
          for (const [key, name] of Object.entries(slices[one.key]?.fields ?? {})) whole[name] = forms[index]?.[key];
        });
        all.forEach((one, index) => {
          expect(sliceBundleForm(whole, slices[one.key]?.fields ?? {}, one.form, {})).toEqual(forms[index]);
        });
      }),
    );
  });
});
