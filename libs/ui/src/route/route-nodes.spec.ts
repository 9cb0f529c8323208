import { describe, expect, it } from '@jest/globals';
import type { RouteStepView } from '@onewindow/contracts';
import { type RouteCase, routeNodes } from './route-nodes.js';

const department = { id: 'd', code: 'd', name: '住房和城乡建设局', shortName: '住建局' };

function step(part: Partial<RouteStepView> & Pick<RouteStepView, 'key'>): RouteStepView {
  return {
    name: part.key,
    kind: 'review',
    department,
    after: [],
    status: 'future',
    taskId: `task-${part.key}`,
    holder: null,
    outcome: null,
    clock: null,
    finishedAt: null,
    ...part,
  };
}
const kase = { acceptedOn: '2026-10-22', status: 'accepted', decision: null, decidedAt: null, concludedAt: null, paused: null } as const;
const clock = (light: 'green' | 'yellow') => ({ due: '2026-10-30', remaining: 1, light, provisional: false });
const nodesOf = (route: RouteStepView[], part: Partial<{ status: 'decided' | 'ready' | 'concluded' }> = {}) =>
  routeNodes({ ...kase, ...part, route }, { taskId: 'task-plan' }, '2026-10-29');

describe('routeNodes', () => {
  it('begins with the acceptance and ends with the pickup', () => {
    const nodes = nodesOf([
      step({ key: 'plan', name: '规划审查', status: 'claimed', holder: { id: 's', name: '周启明', staffNo: '1' }, clock: clock('yellow') }),
    ]);
    expect(nodes.map(({ title, words, state }) => [title, words, state])).toEqual([
      ['受理', '10-22', 'done'],
      ['规划审查', '本环节，周启明', 'current'],
      ['出件', '窗口', 'future'],
    ]);
    expect(nodes[1]?.after).toEqual(['accept']);
    expect(nodes[2]?.after).toEqual(['plan']);
  });

  it('shows who has answered, who is silent, and what silence has become', () => {
    const nodes = nodesOf([
      step({ key: 'a', kind: 'consultation', status: 'done', outcome: 'agree', finishedAt: '2026-10-26T01:12:00Z' }),
      step({ key: 'b', kind: 'consultation', status: 'pooled', clock: clock('yellow'), silenceOn: '2026-10-31' }),
      step({ key: 'c', kind: 'consultation', status: 'pooled', clock: clock('green') }),
      step({ key: 'd', kind: 'consultation', status: 'deemed', finishedAt: '2026-10-27T16:00:00Z' }),
      step({ key: 'e', kind: 'decision', name: '决定', after: ['a', 'b', 'c', 'd'] }),
    ]);
    expect(nodes.slice(1, 6).map(({ state, words, outcome }) => [state, words, outcome?.words])).toEqual([
      ['done', '10-26 答复', '无意见'],
      ['silent', '未答复，10-30 期满视为无意见', undefined],
      ['open', '待签收', undefined],
      ['deemed', '10-28 系统记入', '视为无意见'],
      ['future', '首席代表', undefined],
    ]);
  });

  it('R1.2 names no day on which silence counts while it is guessed', () => {
    const guessed = { ...clock('yellow'), due: '2027-01-04', provisional: true };
    const nodes = nodesOf([step({ key: 'b', kind: 'consultation', status: 'pooled', clock: guessed, silenceOn: '2027-01-05' })]);
    expect(nodes[1]).toMatchObject({ state: 'silent', words: '未答复，期满日暂定' });
  });

  it('shows a step of several persons as one, with who reviewed and whose turn it is (R5.6)', () => {
    const person = (name: string) => ({ id: name, name, staffNo: '1' });
    const part = (label: string, status: 'done' | 'pooled' | 'claimed' | 'future', name?: string) => ({
      label,
      status,
      taskId: null,
      holder: name ? person(name) : null,
      finishedAt: null,
    });
    const at = (over: Partial<RouteStepView>) => nodesOf([step({ key: 'review', name: '书面审查', ...over })])[1]?.words;
    expect(at({ status: 'pooled', parts: [part('初审', 'pooled'), part('复审', 'future')] })).toBe('待签收');
    const second = [part('初审', 'done', '周启明'), part('复审', 'claimed', '谢文彬'), part('核签', 'future')];
    expect(at({ status: 'claimed', taskId: 'task-plan', parts: second })).toBe('周启明，复审 谢文彬');
    expect(at({ status: 'done', finishedAt: '2026-10-26T01:12:00Z', parts: second.slice(0, 1) })).toBe('10-26 周启明');
  });

  it('tells since when somebody has it, and which round it is (R5.8)', () => {
    const holder = { id: 's', name: '周启明', staffNo: '1' };
    const nodes = nodesOf([step({ key: 'a', status: 'claimed', holder, since: '2026-10-27T01:00:00Z', round: 2 })]);
    expect(nodes[1]?.words).toBe('周启明，10-27 起，第 2 轮');
  });

  it('leaves out steps that this case does not take', () => {
    expect(nodesOf([step({ key: 'a', status: 'skipped' })])).toHaveLength(2);
  });

  it('tells where the result is', () => {
    const last = (status: 'decided' | 'ready') => nodesOf([step({ key: 'a', status: 'done' })], { status }).at(-1);
    expect(last('decided')).toMatchObject({ title: '出证', words: '待制作', state: 'open' });
    expect(last('ready')).toMatchObject({ title: '出件', words: '待取件', state: 'open' });
  });

  it('stops the clocks of a paused case', () => {
    const paused = { kind: 'publicNotice', label: '公示', until: '2026-11-06', overrunDays: 0 };
    const nodes = routeNodes(
      { ...kase, paused, route: [step({ key: 'plan', status: 'claimed', clock: clock('green') })] },
      { taskId: 'task-plan' },
      '2026-10-29',
    );
    expect(nodes[1]?.paused).toBe(true);
  });
});

describe('routeNodes as the hall sees them', () => {
  const hall = (part: Partial<RouteCase> = {}) => routeNodes({ ...kase, route: [], ...part }, 'hall', '2026-10-29');

  it('say with which department a step lies, and who will decide', () => {
    const route = [step({ key: 'plan', status: 'pooled' }), step({ key: 'decide', kind: 'decision', after: ['plan'] })];
    expect(hall({ route }).map(({ state, words }) => [state, words])).toEqual([
      ['done', '10-22'],
      ['open', '住建局，待签收'],
      ['future', '住建局'],
      ['future', '窗口'],
    ]);
  });

  it('are short for an instant item, which the counter decides', () => {
    expect(hall({ status: 'ready' }).map(({ words, state }) => [words, state])).toEqual([
      ['10-22', 'done'],
      ['窗口', 'future'],
      ['待取件', 'current'],
    ]);
    const decided = hall({ status: 'ready', decision: 'grant', decidedAt: '2026-10-23T03:00:00Z' });
    expect(decided[1]).toMatchObject({ title: '决定', state: 'done', words: '10-23 准予', after: ['accept'] });
    expect(decided[2]?.after).toEqual(['decide']);
  });

  it('stand at the counter until the case is accepted', () => {
    expect(hall({ status: 'received', acceptedOn: null })[0]).toMatchObject({ state: 'current', words: '未受理' });
  });

  it('stand nowhere once the case ended before it was accepted', () => {
    expect(hall({ status: 'declined', acceptedOn: null })[0]).toMatchObject({ state: 'returned', words: '不予受理' });
    expect(hall({ status: 'withdrawn', acceptedOn: null })[0]).toMatchObject({ state: 'returned', words: '已撤件' });
  });
});

describe('the picture of a bundle', () => {
  it('draws its children, each behind those it waits for', () => {
    const child = {
      name: '企业设立登记',
      department,
      promisedLimit: 1,
      caseId: null,
      caseNo: null,
      clock: null,
      paused: null,
      reason: null,
      result: null,
    };
    const times = { openedAt: null, endedAt: null };
    const children = [
      { ...child, ...times, key: 'licence', state: 'ready' as const, after: [], endedAt: '2026-10-23T02:00:00.000Z' },
      { ...child, ...times, key: 'seal', name: '公章刻制备案', state: 'open' as const, after: ['licence'], clock: clock('green') },
      { ...child, ...times, key: 'card', name: '印鉴卡', state: 'waiting' as const, after: ['seal'] },
    ];
    const bundle = { role: 'parent' as const, itemName: '企业开办一件事', caseId: 'c', caseNo: null, ownKey: null, children };
    const nodes = routeNodes({ ...kase, route: [], bundle }, 'hall', '2026-10-29');
    expect(nodes.map(({ title, state, after, outcome }) => [title, state, after, outcome?.words])).toEqual([
      ['受理', 'done', [], undefined],
      ['企业设立登记', 'done', ['accept'], '准予'],
      ['公章刻制备案', 'open', ['licence'], undefined],
      ['印鉴卡', 'future', ['seal'], undefined],
      ['出件', 'future', ['card'], undefined],
    ]);
  });
});
