import { describe, expect, it } from '@jest/globals';
import { agentEntryOf, agentGaps, EMPTY_AGENT, toAgentInput } from './agent-entry.js';

const TODAY = '2026-11-21';
const CASE = '0192f000-0000-7000-8000-000000000001';
const LAST_TIME = {
  ...{ name: '许立群', identityMasked: '440***********3317', phoneMasked: '139****9331', relation: 'agency' as const },
  ...{ authority: '授权委托书', scope: null, validUntil: '2026-12-31' },
};

describe('the agent as typed', () => {
  it('lacks name, number, relation and authority at first', () => {
    expect(agentGaps(EMPTY_AGENT, TODAY)).toEqual(['name', 'identityNumber', 'relation', 'authority']);
    expect(agentGaps({ ...EMPTY_AGENT, identityNumber: '110105194912310021', validUntil: '2026-02-30' }, TODAY)).toEqual(
      expect.arrayContaining(['identityNumber', 'validUntil']),
    );
  });

  it('does not go with a telephone number that the server would refuse', () => {
    const again = agentEntryOf(LAST_TIME, CASE);
    expect(agentGaps({ ...again, phone: '139' }, TODAY)).toEqual(['phone']);
    expect(agentGaps({ ...again, phone: '13900139331' }, TODAY)).toEqual([]);
  });

  it('who acted before needs no number; another name does', () => {
    const again = agentEntryOf(LAST_TIME, CASE);
    expect(agentGaps(again, TODAY)).toEqual([]);
    expect(toAgentInput(again, TODAY)).toEqual({
      ...{ name: '许立群', fromCaseId: CASE, relation: 'agency', authority: '授权委托书', validUntil: '2026-12-31' },
    });
    expect(agentGaps({ ...again, name: '许立众' }, TODAY)).toEqual(['identityNumber']);
  });

  it('is sent whole, with a typed number before a known one', () => {
    const entry = { ...agentEntryOf(LAST_TIME, CASE), identityNumber: '11010519491231002x', scope: '领取', validUntil: '20270131' };
    expect(toAgentInput({ ...entry, phone: ' 13900139331 ' }, TODAY)).toEqual({
      ...{ name: '许立群', identityNumber: '11010519491231002X', relation: 'agency', authority: '授权委托书' },
      ...{ scope: '领取', validUntil: '2027-01-31', phone: '13900139331' },
    });
  });
});
