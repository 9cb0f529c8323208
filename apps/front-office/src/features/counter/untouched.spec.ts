import { describe, expect, it } from '@jest/globals';
import type { CaseDetail, ItemDefinition } from '@onewindow/contracts';
import { isUntouched } from './untouched.js';

const definition = {
  questions: [
    { key: 'place', title: '场所类别', kind: 'choice', options: [{ value: 'shop', title: '商店' }], default: 'shop' },
    { key: 'air', title: '使用集中空调', kind: 'yesNo', options: [] },
  ],
} as unknown as ItemDefinition;
const fresh = {
  status: 'draft',
  outageNo: null,
  applicant: null,
  agent: null,
  answers: { place: 'shop' },
  form: { kind: 'shop' },
  formSources: { kind: 'situation' },
  materials: [{ code: 'identity', verdict: 'missing', files: [] }],
} as unknown as CaseDetail;
const untouched = (change: object = {}, onThisMachine = false) =>
  isUntouched({ ...fresh, ...change } as CaseDetail, definition, onThisMachine);

describe('a draft that is left for another item', () => {
  it('is thrown away while nothing was entered', () => {
    expect(untouched()).toBe(true);
    expect(untouched({ form: { kind: 'shop', note: '' }, formSources: { kind: 'situation', note: 'typed' } })).toBe(true);
  });

  it.each([
    ['a verdict on paper', { materials: [{ code: 'identity', verdict: 'qualified', files: [] }] }],
    ['a fault told', { materials: [{ code: 'identity', verdict: 'faulty', files: [] }] }],
    ['a paper that follows', { materials: [{ code: 'identity', verdict: 'deferred', files: [] }] }],
    ['a file', { materials: [{ code: 'identity', verdict: 'unchecked', files: [{}] }] }],
    ['a value typed', { form: { note: '两层' }, formSources: { note: 'typed' } }],
    ['a value of nobody knows where', { form: { note: '两层' }, formSources: {} }],
    ['an answer', { answers: { place: 'shop', air: true } }],
    ['another answer than the preset one', { answers: { place: 'bath' } }],
    ['an applicant', { applicant: {} }],
    ['an agent', { agent: {} }],
    ['the number of a paper', { outageNo: 'LJT-000021' }],
    ['an acceptance', { status: 'received' }],
  ])('is kept for %s', (_what, change) => {
    expect(untouched(change)).toBe(false);
  });

  it('is kept for what is half typed or not sent', () => {
    expect(untouched({}, true)).toBe(false);
  });
});
