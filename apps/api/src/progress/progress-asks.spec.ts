import { describe, expect, it } from '@jest/globals';
import { askOf } from './progress-asks.js';

type Asked = Parameters<typeof askOf>;

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
  it('is nothing when all is there', () => {
    expect(ask([], '2026-11-06')).toBeNull();
  });
});
