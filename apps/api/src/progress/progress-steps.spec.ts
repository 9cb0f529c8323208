import { describe, expect, it } from '@jest/globals';
import { progressSteps } from './progress-steps.js';
import type { ProgressRecord, ProgressTask } from './progress.statements.js';

const at = (day: string): Date => new Date(`2026-10-${day}T02:00:00.000Z`);
const RECORD: ProgressRecord = {
  id: 'c',
  caseNo: '440199202610290003187',
  status: 'accepted',
  itemName: '公共场所卫生许可',
  itemVersionId: 'v',
  departmentId: 'health',
  hallId: 'h',
  counterId: null,
  receivedAt: at('20'),
  acceptedAt: at('20'),
  acceptedOn: '2026-10-20',
  statutoryDue: '2026-11-17',
  promisedDue: '2026-10-27',
  decidedAt: null,
  readyAt: null,
  concludedAt: null,
  updatedAt: at('21'),
  promisedProvisional: false,
  halts: null,
  supplementCount: 0,
  deemedAccepted: false,
  decision: null,
  outageNo: null,
  pickedUpBy: null,
  answers: {},
  form: {},
};
const TASK: ProgressTask = {
  stepKey: 'review',
  round: 1,
  kind: 'review',
  status: 'claimed',
  departmentId: 'health',
  pooledAt: at('20'),
  doneAt: null,
  stepDue: '2026-10-23',
};
const PLACES = { reception: '区政务服务大厅 3 号窗口', pickup: '任一大厅可取', departmentName: () => '卫生健康局' };

const states = (record: Partial<ProgressRecord>, tasks: ProgressTask[]) =>
  progressSteps({ ...RECORD, ...record }, tasks, PLACES).map((step) => `${step.name} ${step.state}`);

describe('progress by QR code (R10.3)', () => {
  it('shows the review as current while a task is open', () => {
    expect(states({}, [TASK])).toEqual(['收件 done', '受理 done', '审查 current', '决定 future', '领证 future']);
  });

  it('shows the decision as current once the reviews have passed', () => {
    expect(states({}, [{ ...TASK, status: 'done', doneAt: at('22') }])).toContain('决定 current');
  });

  describe('a review that a department refused (R5.3)', () => {
    const NAMES: Record<string, string> = { health: '卫生健康局', planning: '规划资源局' };
    const places = { ...PLACES, departmentName: (id: string) => NAMES[id] ?? '' };
    const refused: ProgressTask = { ...TASK, status: 'refused', doneAt: at('21') };
    const reroute: ProgressTask = { ...TASK, stepKey: 'reroute.review', kind: 'reroute', status: 'pooled', pooledAt: at('21') };
    const reviewed = (tasks: ProgressTask[]) => {
      const steps = progressSteps(RECORD, tasks, places);
      return [steps.find(({ name }) => name === '审查'), steps.find(({ name }) => name === '决定')?.state];
    };

    it('is still under way while the hall looks for the right one, and is not told of it', () => {
      const words = '正在确定由哪个部门审查';
      expect(reviewed([refused, reroute])).toEqual([
        { name: '审查', state: 'current', words, at: at('20').toISOString(), day: '2026-10-23' },
        'future',
      ]);
      const other = { ...TASK, stepKey: 'site', departmentId: 'planning', status: 'done', doneAt: at('22') } as const;
      expect(reviewed([refused, reroute, other])).toMatchObject([{ state: 'current', words: '规划资源局' }, 'future']);
    });

    it('is the other department’s afterwards, until it is done', () => {
      const over = { ...reroute, status: 'done', doneAt: at('22') } as const;
      const again = { ...TASK, round: 2, departmentId: 'planning', status: 'pooled', pooledAt: at('22') } as const;
      expect(reviewed([refused, over, again])).toMatchObject([{ state: 'current', words: '规划资源局' }, 'future']);
      const done = { ...again, status: 'done', doneAt: at('23') } as const;
      expect(reviewed([refused, over, done])).toMatchObject([
        { state: 'done', words: '规划资源局', at: at('23').toISOString() },
        'current',
      ]);
    });

    it('does not hold up anything as a question that was put beside the review, nor as a decision', () => {
      const asked = { ...TASK, stepKey: 'consult.1', kind: 'consultation', departmentId: 'planning', status: 'refused' } as const;
      const done = { ...TASK, status: 'done', doneAt: at('22') } as const;
      expect(reviewed([asked, done])).toMatchObject([{ state: 'done', words: '卫生健康局' }, 'current']);
      expect(reviewed([done, { ...reroute, stepKey: 'reroute.decision' }])).toMatchObject([{ state: 'done' }, 'current']);
    });

    it('names of a step taken back (R5.8) the department that has it now', () => {
      const first = { ...TASK, status: 'done', doneAt: at('21') } as const;
      const second = { ...TASK, round: 2, departmentId: 'planning' };
      expect(reviewed([first, second])).toMatchObject([{ state: 'current', words: '规划资源局' }, 'future']);
    });
  });

  it('has no review for an instant item', () => {
    expect(states({ status: 'ready', decidedAt: at('20'), readyAt: at('20') }, [])).toEqual([
      '收件 done',
      '受理 done',
      '决定 done',
      '领证 current',
    ]);
  });

  it('ends a denial with what it is, before and after its notice was fetched', () => {
    const denied = { decision: 'deny', decidedAt: at('22'), readyAt: at('22') } as const;
    expect(states({ ...denied, status: 'ready' }, []).slice(2)).toEqual(['不予许可 refused', '领取决定书 current']);
    expect(states({ ...denied, status: 'concluded', concludedAt: at('23') }, []).slice(2)).toEqual([
      '不予许可 refused',
      '领取决定书 ended',
    ]);
  });

  it('waits for the papers of a supplement', () => {
    expect(states({ status: 'supplementing', acceptedAt: null }, [])).toEqual(['收件 done', '受理 current', '决定 future', '领证 future']);
  });

  it.each(['declined', 'withdrawn', 'terminated'] as const)('closes the list when the case was %s', (status) => {
    const steps = states({ status, acceptedAt: null, concludedAt: at('22') }, []);
    expect(steps).toHaveLength(2);
    // Never with a green tick: nothing was granted.
    expect(steps.at(-1)).toMatch(status === 'declined' ? / refused$/ : / ended$/);
  });

  it('ends with the hand-over', () => {
    const steps = progressSteps(
      { ...RECORD, status: 'concluded', decidedAt: at('24'), readyAt: at('25'), concludedAt: at('26') },
      [],
      PLACES,
    );
    expect(steps.at(-1)).toMatchObject({ name: '领证', state: 'done', words: '已领取', at: at('26').toISOString() });
  });

  it.each([
    ['window', '已领取'],
    ['post', '已寄出'],
    ['cabinet', '已放自助柜'],
  ] as const)('R6.2 says what became of it by %s', (pickedUpBy, words) => {
    const over = { status: 'concluded', decidedAt: at('24'), readyAt: at('25'), concludedAt: at('26'), pickedUpBy } as const;
    expect(progressSteps({ ...RECORD, ...over }, [], PLACES).at(-1)).toMatchObject({ state: 'done', words });
    expect(progressSteps({ ...RECORD, ...over, decision: 'deny' }, [], PLACES).at(-1)).toMatchObject({ state: 'ended', words });
  });
});
