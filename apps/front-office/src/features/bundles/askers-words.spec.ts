import { describe, expect, it } from '@jest/globals';
import type { ItemDefinition } from '@onewindow/contracts';
import { askersWords } from './askers-words.js';

const child = (key: string, departmentName: string, materials: Record<string, string>, when?: object) => ({
  key,
  itemCode: key,
  after: [],
  whenFailed: 'cancel',
  ...(when ? { when } : {}),
  slice: { departmentName, materials },
});
const definition = {
  bundle: {
    children: [
      child('licence', '市场监管局', { premises: 'premises' }),
      child('invoice', '税务局', { home: 'premises' }, { question: 'invoice', equals: true }),
    ],
  },
} as unknown as ItemDefinition;

describe('whom a paper serves', () => {
  it('is each department that asks for it under the answers', () => {
    expect(askersWords(definition, 'premises', { answers: { invoice: true } })).toBe('市场监管局、税务局');
    expect(askersWords(definition, 'premises', { answers: { invoice: false } })).toBe('市场监管局');
  });
  it('is everybody where the bundle itself asks, and nothing to say elsewhere', () => {
    expect(askersWords(definition, 'application', { answers: {} })).toBe('各部门共用');
    expect(askersWords({}, 'premises', { answers: {} })).toBeNull();
  });
});
