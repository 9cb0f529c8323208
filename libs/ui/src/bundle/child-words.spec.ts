import { describe, expect, it } from '@jest/globals';
import type { BundleChildView } from '@onewindow/contracts';
import { bundleWords, childChip, childWords } from './child-words.js';

const child = (more: Partial<BundleChildView>): BundleChildView => ({
  key: 'licence',
  name: '企业设立登记',
  department: { id: 'd', code: 'market', name: '临江区市场监督管理局', shortName: '市场监管局' },
  state: null,
  after: [],
  promisedLimit: 1,
  caseId: null,
  caseNo: null,
  clock: null,
  paused: null,
  reason: null,
  result: null,
  openedAt: null,
  endedAt: null,
  ...more,
});
const licence = child({});
const seal = child({ key: 'seal', name: '公章刻制备案', after: ['licence'] });
const words = (one: BundleChildView) => childWords(one, { children: [licence, one] }, '2026-11-05');

describe('the words of a child', () => {
  it('R1.5 say that a pause is its own', () => {
    const clock = { due: '2026-11-20', remaining: 5, light: 'green' as const, provisional: false };
    expect(words(child({ state: 'open', clock, paused: { label: '检测', until: '2026-11-12' } }))).toBe(
      '承诺 11-20 前，检测停到 11-12（一件事时限照常）',
    );
  });

  it('say before the acceptance when it begins and how long it takes', () => {
    expect(words(licence)).toBe('受理即开始，1 个工作日');
    expect(words(seal)).toBe('企业设立登记准予后开始，1 个工作日');
    expect(childChip(seal)).toEqual({ tone: 'neutral', words: '受理后' });
  });
  it('say by when it is done, and what came of it', () => {
    const clock = { due: '2026-11-06', remaining: 1, light: 'yellow' as const, provisional: false };
    expect(words(child({ key: 'seal', state: 'open', clock }))).toBe('承诺 11-06 前');
    const result = { name: '营业执照', number: '照字 1 号', denial: false, fileId: null, place: 'A 柜 6 格' };
    expect(words(child({ key: 'seal', state: 'ready', result }))).toBe('营业执照，A 柜 6 格');
    expect(words(child({ key: 'seal', state: 'cancelled', endedAt: '2026-11-04T17:00:00.000Z' }))).toBe('11-05');
    expect(childChip(child({ state: 'denied' }))).toEqual({ tone: 'red', words: '不予办理' });
  });
  it('count what has come to an end', () => {
    expect(bundleWords({ children: [licence, seal] })).toBe('2 项');
    expect(bundleWords({ children: [child({ state: 'cancelled' }), child({ state: 'cancelled' })] })).toBe('2 项');
    expect(bundleWords({ children: [child({ state: 'ready' }), child({ state: 'open' }), child({ state: 'denied' })] })).toBe(
      '办完 2 / 3 项',
    );
  });
});
