import { describe, expect, it } from '@jest/globals';
import type { ItemDefinition } from '@onewindow/contracts';
import { answeredCount, defaultAnswers, isAnswered, materialsAdded } from './situation-hints.js';

type Question = ItemDefinition['questions'][number];
const airConditioning: Question = { key: 'airConditioning', title: '使用集中空调', kind: 'yesNo', options: [] };
const venue: Question = {
  key: 'venue',
  title: '场所类别',
  kind: 'choice',
  options: [
    { value: 'bath', title: '沐浴场所' },
    { value: 'hotel', title: '宾馆' },
  ],
  default: 'bath',
};
const material = (code: string, when?: ItemDefinition['materials'][number]['when']): ItemDefinition['materials'][number] => ({
  code,
  name: code,
  necessity: when ? 'conditional' : 'required',
  ...(when ? { when } : {}),
  isKey: false,
  kind: 'report',
  medium: 'original',
  copies: 1,
  source: '申请人自备',
  standard: '原件',
  reviewPoints: [],
});
const definition = { materials: [material('form'), material('air', { question: 'airConditioning', equals: true })] };

describe('situation hints', () => {
  it('says how many materials an answer brings', () => {
    expect(materialsAdded(definition, airConditioning, { airConditioning: true })).toBe(1);
    expect(materialsAdded(definition, airConditioning, { airConditioning: false })).toBe(0);
  });

  it('says nothing before the answer, and nothing of a question without consequence', () => {
    expect(materialsAdded(definition, airConditioning, {})).toBe(0);
    expect(materialsAdded(definition, venue, { venue: 'bath', airConditioning: true })).toBe(0);
  });

  it('counts an answer only when it is one of the options', () => {
    expect(isAnswered(venue, { venue: 'cinema' })).toBe(false);
    expect(isAnswered(airConditioning, { airConditioning: false })).toBe(true);
    expect(answeredCount([venue, airConditioning], { venue: 'hotel' })).toBe(1);
  });

  it('presets what the version presets', () => {
    expect(defaultAnswers([venue, airConditioning])).toEqual({ venue: 'bath' });
  });
});
