import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { situationOutcome, type SituationDefinition } from './situation.js';

const DEFINITION: SituationDefinition = {
  materials: [
    { code: 'application', name: '申请表', kind: 'application', necessity: 'required', isKey: true },
    {
      code: 'airReport',
      name: '集中空调检测报告',
      kind: 'report',
      necessity: 'conditional',
      isKey: false,
      when: { question: 'air', equals: true },
    },
    { code: 'letter', name: '委托书', kind: 'authorisation', necessity: 'optional', isKey: false },
  ],
  form: {
    type: 'object',
    properties: {
      placeName: { type: 'string', title: '场所名称' },
      airMaker: { type: 'string', title: '空调厂家', 'x-when': { question: 'air', equals: true } },
    },
    required: [],
  },
  route: {
    steps: [
      {
        key: 'decision',
        name: '决定',
        kind: 'decision',
        departmentCode: 'lead',
        role: 'chief',
        limit: 2,
        onSilence: 'wait',
        after: ['test'],
      },
      {
        key: 'test',
        name: '检测复核',
        kind: 'review',
        departmentCode: 'lead',
        role: 'approver',
        limit: 2,
        onSilence: 'wait',
        after: ['review'],
        when: { question: 'air', equals: true },
      },
      { key: 'review', name: '审查', kind: 'review', departmentCode: 'lead', role: 'approver', limit: 2, onSilence: 'wait', after: [] },
    ],
  },
};

const outcome = (air: boolean) => {
  const { materials, fields, steps } = situationOutcome(DEFINITION, { answers: { air }, form: {} });
  return { materials: materials.map(({ requirement }) => requirement.code), fields, steps };
};

describe('what the answers come to (R4.1, R5.1)', () => {
  it('is exactly the materials, fields and steps that apply', () => {
    expect(outcome(true)).toEqual({
      materials: ['application', 'airReport', 'letter'],
      fields: ['placeName', 'airMaker'],
      steps: ['review', 'test', 'decision'],
    });
    expect(outcome(false)).toEqual({ materials: ['application', 'letter'], fields: ['placeName'], steps: ['review', 'decision'] });
  });

  it('is the same for the same answers, whatever else was answered', () => {
    fc.assert(
      fc.property(fc.boolean(), fc.dictionary(fc.stringMatching(/^[b-z][a-z]{0,6}$/), fc.boolean()), (air, others) => {
        const plain = situationOutcome(DEFINITION, { answers: { air }, form: {} });
        expect(situationOutcome(DEFINITION, { answers: { ...others, air }, form: {} })).toEqual(plain);
      }),
    );
  });
});
