import { describe, expect, it } from '@jest/globals';
import { sendUpRefusal } from './draft-decision.js';
import type { RouteDefinition, RouteStep } from './route-definition.js';

const step = (key: string, kind: RouteStep['kind'], after: string[]): RouteStep => ({
  key,
  name: key,
  kind,
  departmentCode: 'lead',
  role: kind === 'decision' ? 'chief' : 'approver',
  limit: 2,
  onSilence: 'wait',
  after,
});
const route: RouteDefinition = {
  steps: [
    step('paper', 'review', []),
    step('site', 'review', ['paper']),
    step('decide', 'decision', ['site']),
    step('file', 'review', ['decide']),
  ],
};

describe('sendUpRefusal', () => {
  const facts = { kind: 'review' as const, stepKey: 'paper', route, completionRefusal: null };
  it('lets a review before the decision send a draft up', () => expect(sendUpRefusal(facts)).toBeNull());
  it('is no matter of answers, decisions and what comes after them', () => {
    expect(sendUpRefusal({ ...facts, kind: 'consultation' })).toBe('拟办意见由审查环节报送');
    expect(sendUpRefusal({ ...facts, stepKey: 'file' })).toBe('后面没有决定环节，直接审查通过');
  });
  it('R11 says who may complete', () => expect(sendUpRefusal({ ...facts, completionRefusal: '先签收' })).toBe('先签收'));
});
