import { describe, expect, it } from '@jest/globals';
import type { Actor } from '../auth/actor.js';
import { audibleTopics, heardTopics } from './live-stream.js';
import { payloadsOf } from './signal-bus.js';

const actor = (roles: Actor['roles']): Actor => ({
  staffId: 's1',
  staffNo: 'LJ-1',
  name: '甲',
  roles,
  departmentId: 'd1',
  hallId: 'h1',
  counterId: null,
  regionCode: '440199',
  sessionId: 'x',
  identityIndex: null,
  mustChangePassword: false,
});

describe('audibleTopics', () => {
  it.each([
    [['clerk'], ['staff:s1', 'hall:h1', 'tickets:h1']],
    [['approver'], ['staff:s1', 'department:d1']],
    [['chief'], ['staff:s1', 'department:d1']],
    [['supervisor'], ['staff:s1', 'supervision']],
    [['auditor'], ['staff:s1']],
    [['system_admin'], ['staff:s1', 'calendar']],
    [
      ['clerk', 'chief', 'supervisor'],
      ['staff:s1', 'department:d1', 'hall:h1', 'tickets:h1', 'supervision'],
    ],
  ] as const)('%j hears %j', (roles, topics) => {
    expect([...audibleTopics(actor(roles))]).toEqual(topics);
  });
});

describe('heardTopics', () => {
  const audible = new Set(['staff:s1', 'hall:h1']);
  it.each([
    ['a case of the own hall', [['case:a', 'hall:h1', 'department:d2']], ['case:a', 'hall:h1']],
    ['no case of others', [['case:b', 'hall:h2']], []],
    [
      'each commit by itself',
      [
        ['case:a', 'hall:h1'],
        ['case:b', 'hall:h2'],
      ],
      ['case:a', 'hall:h1'],
    ],
    [
      'each topic once',
      [
        ['case:a', 'hall:h1'],
        ['case:a', 'hall:h1', 'staff:s1'],
      ],
      ['case:a', 'hall:h1', 'staff:s1'],
    ],
    ['that anything may have changed', [['*']], ['*']],
  ])('tells %s', (_, groups, topics) => {
    expect(heardTopics({ groups, outbox: false }, audible)).toEqual(topics);
  });
});

describe('payloadsOf', () => {
  it('splits what one NOTIFY can not carry, and loses nothing', () => {
    const groups = Array.from({ length: 1_000 }, (_, i) => [`case:${i}`, '部门']);
    const payloads = payloadsOf(
      groups.map((group) => JSON.stringify(group)),
      true,
    );
    expect(payloads.every((payload) => Buffer.byteLength(payload) < 8_000)).toBe(true);
    const signals = payloads.map((payload) => JSON.parse(payload) as { groups: string[][]; outbox: boolean });
    expect(signals.flatMap((signal) => signal.groups)).toEqual(groups);
    expect(signals.filter((signal) => signal.outbox)).toHaveLength(1);
  });

  it('tells of a commit that touched too much that anything may have changed, and of the others what they touched', () => {
    const many = JSON.stringify(Array.from({ length: 1_000 }, (_, i) => `staff:${i}`));
    const payloads = payloadsOf([many, '["case:1"]'], false);
    expect(payloads).toEqual(['{"groups":[["*"],["case:1"]],"outbox":false}']);
  });

  it('wakes the relay without topics', () => {
    expect(payloadsOf([], true)).toEqual(['{"groups":[],"outbox":true}']);
  });
});
