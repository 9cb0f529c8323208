import { describe, expect, it } from '@jest/globals';
import type { CaseDetail, RouteStepView } from '@onewindow/contracts';
import { routeNodes } from './route-nodes.js';

const step = (over: Partial<RouteStepView>): RouteStepView =>
  ({
    key: 'review',
    name: '审查',
    kind: 'review',
    department: { shortName: '卫健' },
    after: [],
    status: 'future',
    holder: null,
    outcome: null,
    clock: null,
    finishedAt: null,
    ...over,
  }) as RouteStepView;
const detail = (over: Partial<CaseDetail>) =>
  ({ status: 'accepted', route: [], acceptedOn: '2026-11-02', paused: null, concludedAt: null, ...over }) as CaseDetail;

describe('routeNodes', () => {
  it('begins with the acceptance and ends at the window', () => {
    const nodes = routeNodes(
      detail({
        route: [
          step({ status: 'claimed', holder: { id: '1', name: '周启明', staffNo: '1' } }),
          step({ key: 'decide', kind: 'decision', name: '决定', after: ['review'] }),
        ],
      }),
      '2026-11-21',
    );
    expect(nodes.map((n) => [n.key, n.state, n.words, n.after])).toEqual([
      ['accept', 'done', '11-02', []],
      ['review', 'open', '周启明', ['accept']],
      ['decide', 'future', '卫健', ['review']],
      ['handOver', 'future', '窗口', ['decide']],
    ]);
  });

  it('shows what came of a consultation, and silence as the system wrote it', () => {
    const nodes = routeNodes(
      detail({
        route: [
          step({ key: 'a', kind: 'consultation', status: 'done', outcome: 'agree', finishedAt: '2026-11-05T02:00:00Z' }),
          step({ key: 'b', kind: 'consultation', status: 'deemed', finishedAt: '2026-11-06T02:00:00Z' }),
        ],
      }),
      '2026-11-21',
    );
    expect(nodes[1]).toMatchObject({ title: '卫健', outcome: { words: '无意见' } });
    expect(nodes[2]).toMatchObject({ state: 'deemed', words: '11-06 系统记入' });
    expect(nodes[3]?.after).toEqual(['a', 'b']);
  });

  it('follows the end of the case, and is short for an instant item', () => {
    expect(routeNodes(detail({ status: 'ready' }), '2026-11-21').map((n) => n.words)).toEqual(['11-02', '窗口', '待取件']);
    const decided = routeNodes(detail({ status: 'ready', decision: 'grant', decidedAt: '2026-11-02T03:00:00Z' }), '2026-11-21');
    expect(decided[1]).toMatchObject({ title: '决定', state: 'done', words: '11-02 准予', after: ['accept'] });
    expect(routeNodes(detail({ status: 'received', acceptedOn: null }), '2026-11-21')[0]).toMatchObject({
      state: 'current',
      words: '未受理',
    });
  });
});
