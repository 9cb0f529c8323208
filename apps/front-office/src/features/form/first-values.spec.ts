import { describe, expect, it } from '@jest/globals';
import type { ApplicantInput, ApplicantView, ItemDefinition } from '@onewindow/contracts';
import { visibleFields } from '@onewindow/domain';
import { comingToLight, originsOf, prefill, withoutBrought } from './first-values.js';

const form: ItemDefinition['form'] = {
  type: 'object',
  properties: {
    name: { type: 'string', title: '姓名', 'x-source': 'applicant.name' },
    idNo: { type: 'string', title: '证件号', 'x-source': 'applicant.identityNumber' },
    venue: { type: 'string', title: '类别', 'x-source': 'situation.venue' },
    area: { type: 'number', title: '面积' },
  },
  required: [],
};
const typed: ApplicantInput = { kind: 'natural', name: '陈嘉敏', identityType: 'idCard', identityNumber: '11010519491231002X' };
const seen = { name: '陈嘉敏', identityMasked: '110***********002X', address: null, legalRepresentative: null } as ApplicantView;

describe('prefill', () => {
  it('takes what the applicant and the situation say', () => {
    const filled = prefill(originsOf(form, { typed, seen: null }, { venue: 'bath' }), {}, {});
    expect(filled).toEqual({
      form: { name: '陈嘉敏', idNo: '11010519491231002X', venue: 'bath' },
      formSources: { name: 'applicant', idNo: 'applicant', venue: 'situation' },
    });
  });

  it('repeats a masked number only where the server keeps the field sealed and knows what is behind the mask', () => {
    expect(originsOf(form, { typed: null, seen }, {})).toEqual({ name: { value: '陈嘉敏', source: 'applicant' } });
    const sealed = { ...form, properties: { idNo: { ...form.properties['idNo'], format: 'identity' } } } as ItemDefinition['form'];
    expect(originsOf(sealed, { typed: null, seen }, {})).toEqual({ idNo: { value: '110***********002X', source: 'applicant' } });
  });

  it('follows its source, but leaves alone what the clerk typed or emptied', () => {
    const origins = originsOf(form, { typed: null, seen: { ...seen, name: '陈敏' } }, { venue: 'hotel' });
    const sources = { name: 'typed', venue: 'situation' };
    expect(prefill(origins, { name: '', venue: 'bath' }, sources)).toEqual({ form: { name: '', venue: 'hotel' }, formSources: sources });
  });

  it('knows a number again that the server gives back masked, and follows another number', () => {
    const sources = { idNo: 'applicant', name: 'applicant' };
    const masked = { idNo: '110***********002X', name: '陈嘉敏' };
    expect(prefill(originsOf(form, { typed, seen: null }, {}), masked, sources)).toBeNull();
    const other = { ...typed, identityNumber: '440106199001011234' };
    expect(prefill(originsOf(form, { typed: other, seen: null }, {}), masked, sources)?.form).toMatchObject({ idNo: '440106199001011234' });
  });

  it('puts no person’s number where a credit code stands open (R10.2)', () => {
    const open = { ...form, properties: { idNo: { ...form.properties['idNo'], format: 'creditCode' } } } as ItemDefinition['form'];
    expect(originsOf(open, { typed, seen: null }, {})).toEqual({});
    const company: ApplicantInput = { kind: 'legal', name: '悦来', identityType: 'creditCode', identityNumber: '91350100M000100Y43' };
    expect(originsOf(open, { typed: company, seen: null }, {})).toEqual({ idNo: { value: '91350100M000100Y43', source: 'applicant' } });
  });

  it('leaves out what is not there, and fills it when it comes to light', () => {
    const parts = {
      ...form,
      properties: {
        air: { type: 'boolean', title: '空调' },
        airArea: { type: 'number', title: '空调面积', 'x-when': { field: 'air', equals: true }, 'x-source': 'earlierCase.airArea' },
      },
    } as ItemDefinition['form'];
    const origins = { airArea: { value: 120, source: 'previous' as const } };
    const there = (values: Record<string, unknown>) => visibleFields(parts, values, {});
    expect(prefill(origins, { air: false }, {}, there)).toBeNull();
    expect(prefill(origins, { air: true }, {}, there)?.form).toEqual({ air: true, airArea: 120 });
    const draft = { answers: {}, form: { air: false }, formSources: {} };
    expect(comingToLight(parts, draft, { air: true }, origins)).toEqual({ airArea: { value: 120, source: 'previous', correction: null } });
    expect(comingToLight(parts, { ...draft, form: { air: true } }, { air: true }, origins)).toEqual({});
  });

  it('takes nothing from whom the server still knows when another person was typed (R10.2)', () => {
    const before = { ...seen, identityType: 'idCard', address: '梧桐路 118 号' } as ApplicantView;
    const said = { area: { value: 46, source: 'previous', note: null, corrected: false } } as const;
    expect(originsOf(form, { typed, seen: before }, {}, said)).toHaveProperty('area');
    const other = { ...typed, name: '李秋', identityNumber: '440106198503120029' };
    expect(originsOf(form, { typed: other, seen: before }, {}, said)).toEqual({
      name: { value: '李秋', source: 'applicant' },
      idNo: { value: other.identityNumber, source: 'applicant' },
    });
  });

  it('takes what the server knows of the very company that was typed: its code is public and comes back whole', () => {
    const said = { area: { value: 120, source: 'licence' as const, note: null, corrected: false } };
    const company = { ...typed, identityType: 'creditCode', identityNumber: '91440199058196377Y' } as ApplicantInput;
    const known = { ...seen, identityType: 'creditCode', identityMasked: '91440199058196377Y' } as ApplicantView;
    expect(originsOf(form, { typed: company, seen: known }, {}, said)).toHaveProperty('area');
    const other = { ...known, identityMasked: '91440199058198331N' } as ApplicantView;
    expect(originsOf(form, { typed: company, seen: other }, {}, said)).not.toHaveProperty('area');
  });

  it('keeps what was typed and what the situation says when the applicant is another', () => {
    const left = withoutBrought({
      form: { name: '陈嘉敏', venue: 'bath', area: 46, idNo: '110***********002X' },
      formSources: { name: 'typed', venue: 'situation', area: 'licence', idNo: 'applicant' },
      formCorrections: { name: { source: 'registry', value: '陈敏' }, venue: { source: 'situation', value: 'hotel' } },
    });
    expect(left).toEqual({
      form: { name: '陈嘉敏', venue: 'bath' },
      formSources: { name: 'typed', venue: 'situation' },
      formCorrections: { venue: { source: 'situation', value: 'hotel' } },
    });
  });

  it('says null when there is nothing to change', () => {
    const origins = originsOf(form, { typed, seen: null }, {});
    const first = prefill(origins, {}, {});
    expect(first && prefill(origins, first.form, first.formSources)).toBeNull();
  });
});
