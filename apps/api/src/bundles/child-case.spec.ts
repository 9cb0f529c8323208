import { describe, expect, it } from '@jest/globals';
import { publishedCalendar } from '@onewindow/domain';
import type { Case } from '../cases/index.js';
import type { KnownVersion } from '../catalogue/index.js';
import type { Sealer } from '../platform/index.js';
import { type BundleSlice, childDates, childRow } from './child-case.js';

/** Opens only under the purpose that it was sealed for. */
const SEALER = {
  seal: (plain: string, purpose: string) => `${purpose}|${plain}`,
  open: (sealed: string, purpose: string) => {
    const [sealedFor, plain = ''] = sealed.split('|');
    if (sealedFor !== purpose) throw new Error(`sealed for ${sealedFor ?? ''}`);
    return plain;
  },
} as unknown as Sealer;
const NOW = new Date('2026-11-05T02:00:00.000Z');
const sealed = (place: string, number: string) => ({ sealed: `case.form.${place}|${number}`, masked: `${number.slice(0, 3)}***` });

const version = {
  id: 'version',
  itemId: 'item',
  name: '刻章备案',
  departmentId: 'police',
  definition: {
    statutoryLimit: null,
    promisedLimit: 1,
    subjectField: 'firm',
    form: {
      type: 'object',
      properties: {
        firm: { type: 'string', title: '公司' },
        manager: { type: 'string', title: '经办人', format: 'identity' },
        owners: {
          type: 'array',
          title: '股东',
          items: { type: 'object', properties: { number: { type: 'string', title: '证件号', format: 'identity' } } },
        },
      },
      required: [],
    },
  },
} as unknown as KnownVersion;
const slice = {
  versionId: 'version',
  name: '刻章备案',
  departmentCode: 'police',
  departmentName: '公安分局',
  promisedLimit: 1,
  resultName: '证明',
  fields: { firm: 'company', manager: 'sealManager', owners: 'shareholders' },
  materials: {},
  questions: ['seal'],
} satisfies BundleSlice;
const parent = {
  id: 'parent',
  status: 'accepted',
  caseNo: '440199202611050000019',
  title: '王**',
  applicantId: 'applicant',
  hallId: 'hall',
  answers: { seal: true, invoice: false },
  form: {
    company: '清禾软件',
    sealManager: sealed('sealManager', '440199'),
    shareholders: [{ number: sealed('shareholders.number', '110105') }],
    other: 1,
  },
  formSources: { company: 'typed', other: 'typed' },
  formCorrections: {},
  formOverrides: { '91350100M000100Y44': '另一部门的代码' },
  supplementCount: 1,
  duplicateOf: 'x',
  decision: null,
} as unknown as Case;

describe('the case of a child', () => {
  const row = childRow(parent, version, slice, SEALER, NOW);
  it('is the same applicant in the same hall, with its own item, department and slice of the answers', () => {
    expect(row).toMatchObject({
      applicantId: 'applicant',
      hallId: 'hall',
      itemName: '刻章备案',
      departmentId: 'police',
      title: '清禾软件',
    });
    expect(row).toMatchObject({ status: 'draft', caseNo: null, supplementCount: 0, duplicateOf: null, answers: { seal: true } });
    expect(row.id).not.toBe('parent');
    expect(row.formSources).toEqual({ firm: 'typed' });
    // R8.2: a code that the child's slice does not hold is another department's business.
    expect(row.formOverrides).toEqual({});
  });
  it('has the numbers of persons sealed under its own names, those in tables too (R10.2)', () => {
    expect(row.form).toEqual({
      firm: '清禾软件',
      manager: sealed('manager', '440199'),
      owners: [{ number: { sealed: 'case.form.owners.number|110105', masked: '110***' } }],
    });
  });
  it('has clocks from the day on which its department can begin (R1)', () => {
    expect(childDates(row, '2026-11-05', publishedCalendar(), NOW)).toMatchObject({
      acceptedOn: '2026-11-05',
      promisedDue: '2026-11-06',
      statutoryDue: null,
    });
  });
});
