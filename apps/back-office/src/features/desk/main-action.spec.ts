import { describe, expect, it } from '@jest/globals';
import { groupedReasons, mainAction } from './main-action.js';

const yes = (action: string) => ({ action, allowed: true });
const no = (action: string, reason: string) => ({ action, allowed: false, reason });

describe('mainAction', () => {
  it('claims what lies in the pool', () => {
    expect(mainAction({ kind: 'review', status: 'pooled', actions: [yes('claim')], caseActions: [] })).toEqual({
      verb: 'claim',
      action: yes('claim'),
    });
  });

  it.each([
    ['review', 'complete'],
    ['consultation', 'complete'],
    ['decision', 'decide'],
    ['issue', 'issue'],
  ] as const)('of a claimed %s is %s', (kind, verb) => {
    const main = mainAction({ kind, status: 'claimed', actions: [yes('complete')], caseActions: [yes('decide'), yes('issue')] });
    expect(main).toEqual({ verb, action: yes(verb) });
  });

  it('offers 出证 on a finished task whose case waits for its result', () => {
    const task = { kind: 'decision', status: 'done', actions: [no('retrieve', '已作出决定')], caseActions: [yes('issue')] } as const;
    expect(mainAction({ ...task, actions: [...task.actions], caseActions: [...task.caseActions] }).verb).toBe('issue');
  });

  it('offers 取回 of a finished task otherwise', () => {
    const main = mainAction({ kind: 'review', status: 'done', actions: [yes('retrieve')], caseActions: [no('issue', '还没有决定')] });
    expect(main.verb).toBe('retrieve');
  });

  it('decides nothing by itself: without the server’s word there is no action', () => {
    expect(mainAction({ kind: 'decision', status: 'claimed', actions: [], caseActions: [] })).toEqual({
      verb: 'decide',
      action: undefined,
    });
    expect(mainAction({ kind: 'review', status: 'cancelled', actions: [], caseActions: [] }).verb).toBe('none');
  });
});

it('says each reason once', () => {
  const reason = '签收后可办';
  expect(
    groupedReasons([
      { label: '退回', action: no('return', reason) },
      { label: '转办', action: no('transfer', reason) },
      { label: '拒签', action: yes('refuse') },
      { label: '终止', action: no('terminate', '限首席代表') },
      { label: '改派', action: undefined },
    ]),
  ).toEqual([
    { labels: '退回、转办', reason },
    { labels: '终止', reason: '限首席代表' },
  ]);
});

it('says the table’s sentence once for several verbs', () => {
  const why = (label: string) => `本环节“待签收”，${label}限于“已签收”时`;
  expect(
    groupedReasons([
      { label: '退回', action: no('return', why('退回')) },
      { label: '放回', action: no('release', why('放回')) },
    ]),
  ).toEqual([{ labels: '退回、放回', reason: '本环节“待签收”，限于“已签收”时' }]);
});
