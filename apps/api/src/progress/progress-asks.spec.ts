import { describe, expect, it } from '@jest/globals';
import { askOf } from './progress-asks.js';

type Asked = Parameters<typeof askOf>;
type Correction = NonNullable<Asked[4]>[number];

const VERSION = {
  definition: {
    scope: 'hall',
    materials: [
      { code: 'air', name: '集中空调检测报告' },
      { code: 'rules', name: '卫生管理制度' },
    ],
  },
} as unknown as Asked[1];

const owed = (...days: [string, string | null][]) =>
  days.map(([code, dueOn]) => ({ code, verdict: 'deferred', dueOn, receivedAt: null, defect: null, trustLevel: null })) as Asked[2];
const ask = (materials: Asked[2], today: string) => askOf({ status: 'accepted' } as Asked[0], VERSION, materials, today);

describe('what an applicant still owes', () => {
  it('is asked for until its day, which stands once', () => {
    expect(ask(owed(['air', '2026-11-05']), '2026-11-05')).toMatchObject({
      title: '请在 11 月 5 日前补交 1 份材料',
      lines: ['集中空调检测报告。'],
    });
  });
  it('has a day each where the days differ', () => {
    expect(ask(owed(['air', '2026-11-05'], ['rules', '2026-11-09']), '2026-11-02')).toMatchObject({
      title: '请在 11 月 5 日前补交 2 份材料',
      lines: ['集中空调检测报告，11 月 5 日前。', '卫生管理制度，11 月 9 日前。'],
    });
  });
  it('is not asked for by a day that has passed', () => {
    expect(ask(owed(['air', '2026-11-05']), '2026-11-06')?.title).toBe('11 月 5 日已过，还有 1 份材料没有补交');
  });
  it('is brought to any hall where the item is taken everywhere (通办), to the receiving one otherwise', () => {
    const how = (scope: 'region' | 'hall') => {
      const version = { definition: { ...VERSION.definition, scope } } as unknown as Asked[1];
      return askOf({ status: 'accepted' } as Asked[0], version, owed(['air', '2026-11-05']), '2026-11-02')?.how;
    };
    expect(how('region')).toBe('带原件到任一大厅，报编号即可。');
    expect(how('hall')).toBe('带材料到受理的大厅，报编号即可。');
  });
  it('is what the review asked for and has not come (R3.3), by name, whether the clock runs or not', () => {
    const points: Correction['points'] = [
      { kind: 'material', key: 'air', name: '集中空调检测报告' },
      { kind: 'field', key: 'area', name: '营业面积' },
    ];
    const asked: Correction = { dueOn: '2026-11-09', points, brought: [{ kind: 'material', key: 'air' }], stopsClock: false, child: null };
    const told = (over: Partial<Correction> = {}, materials = owed(), today = '2026-11-02') =>
      askOf({ status: 'accepted' } as Asked[0], VERSION, materials, today, [{ ...asked, ...over }]);
    expect(told()).toEqual({
      title: '请在 11 月 9 日前补正 1 项',
      lines: ['营业面积。'],
      note: '详见补正告知书。办理时限照常计算，逾期没有补正的按现有材料决定。',
      how: '带材料到受理的大厅，报编号即可。',
    });
    expect(told({ stopsClock: true })?.note).toBe('详见补正告知书。补正期间停止计时。');
    expect(told({}, owed(), '2026-11-10')?.title).toBe('11 月 9 日已过，还有 1 项没有补正');
    expect(told({ brought: points })).toBeNull();
    expect(told({}, owed(['rules', '2026-11-05']))).toMatchObject({
      title: '请在 11 月 9 日前补正 1 项',
      lines: ['营业面积。', '请在 11 月 5 日前补交 1 份材料：', '卫生管理制度。'],
    });
  });
  it('is what the reviews of a bundle’s children asked for, each under the child’s name with its day and its clock (R3.3)', () => {
    const of = (name: string, dueOn: string, stopsClock: boolean): Correction => ({
      ...{ dueOn, stopsClock, brought: null, child: { key: name, name } },
      points: [{ kind: 'field', key: 'company', name: '公司名称' }],
    });
    const told = (...corrections: Correction[]) => askOf({ status: 'accepted' } as Asked[0], VERSION, owed(), '2026-11-02', corrections);
    expect(told(of('刻章备案', '2026-11-06', false), of('发票申领', '2026-11-09', true))).toMatchObject({
      title: '请在 11 月 6 日前补正 2 项',
      lines: ['刻章备案：公司名称，11 月 6 日前。', '发票申领：公司名称，11 月 9 日前。'],
      note: '详见补正告知书。发票申领补正期间停止计时，其余办理时限照常计算，逾期没有补正的按现有材料决定。',
    });
    expect(told(of('发票申领', '2026-11-09', true))).toMatchObject({
      title: '请在 11 月 9 日前补正 1 项',
      lines: ['发票申领：公司名称。'],
      note: '详见补正告知书。补正期间停止计时。',
    });
  });
  it('is nothing when all is there', () => {
    expect(ask([], '2026-11-06')).toBeNull();
  });
});
