import { describe, expect, it } from '@jest/globals';
import { type UrgencyKey, compareUrgency, nearestDue } from './urgency.js';

const key = (id: string, over: Partial<UrgencyKey> = {}): UrgencyKey => ({
  paused: false,
  nearestDue: '2026-03-10',
  receivedAt: '2026-03-02T01:00:00Z',
  id,
  ...over,
});

describe('R1.8 the order of queues', () => {
  it('R1.8 the nearest of the three due dates counts; clocks that are absent do not', () => {
    expect(nearestDue(['2026-03-30', '2026-03-12', null])).toBe('2026-03-12');
    expect(nearestDue([null, undefined])).toBeNull();
  });

  it('R1.8 paused last, nearest due, received at, id', () => {
    const sorted = [
      key('a', { nearestDue: '2026-03-09' }),
      key('b', { receivedAt: '2026-03-01T01:00:00Z' }),
      key('c'),
      key('d'),
      key('e', { nearestDue: null }),
      key('f', { paused: true, nearestDue: '2026-01-01' }),
    ];
    expect([...sorted].reverse().sort(compareUrgency)).toEqual(sorted);
    expect(compareUrgency(key('a'), key('a'))).toBe(0);
  });
});
