import { describe, expect, it } from '@jest/globals';
import { takenWords } from './taken-words.js';

const TODAY = '2026-11-05';
const events = [
  { seq: 7, at: '2026-11-05T02:41:00Z', actor: { name: '谢文彬', staffNo: 'LJ-1' } },
  { seq: 6, at: '2026-11-05T01:00:00Z', actor: { name: '周启明', staffNo: 'LJ-2' } },
];
const xie = { id: 's1', name: '谢文彬', staffNo: 'LJ-1' };
const words = (part: Partial<Parameters<typeof takenWords>[0]>) =>
  takenWords({ status: 'claimed', holder: xie, claimedAt: '2026-11-05T02:41:00Z', events, ...part }, 'me', TODAY);

describe('takenWords', () => {
  it('says who has the work now', () => {
    expect(words({})).toBe('谢文彬 10:41 已签收本件');
    expect(words({ holder: { ...xie, id: 'me' } })).toBe('本件已在您手上');
  });

  it('says who ended it, or put it where nobody has it', () => {
    expect(words({ status: 'done' })).toBe('谢文彬 10:41 已先办，本环节已结束');
    expect(words({ status: 'pooled', holder: null, claimedAt: null })).toBe('谢文彬 10:41 已把本件放回部门池，还没有人签收');
    expect(words({ status: 'cancelled', holder: null, events: [] })).toBe('别人已先办，本环节已结束');
  });
});
