import { describe, expect, it } from '@jest/globals';
import { aheadWords, headTime, kioskWaitWords, slipTime, timeWords, waitWords, wallWaitWords } from './hall-words.js';

describe('words of the hall', () => {
  it('tells the time of Shanghai', () => {
    expect(headTime(new Date('2026-10-29T02:42:00.000Z'))).toBe('10 月 29 日 星期四 10:42');
    expect(headTime(new Date('2026-10-31T16:05:00.000Z'))).toBe('11 月 1 日 星期日 00:05');
    expect(timeWords('2026-10-29T02:42:00.000Z')).toBe('10:42');
    expect(slipTime('2026-10-29T02:42:00.000Z')).toBe('10 月 29 日 10:42');
  });

  it('tells how long one waits', () => {
    expect(waitWords(26)).toBe('26 分钟');
    expect(waitWords(0)).toBe('随到随办');
    expect(kioskWaitWords({ waiting: 0, expectedMinutes: 0 })).toBe('没有人等候，随到随办');
    expect(kioskWaitWords({ waiting: 8, expectedMinutes: 12 })).toBe('等候 8 人，约 12 分钟');
    expect(wallWaitWords({ expectedMinutes: 12 })).toBe('12 分钟');
    expect(aheadWords({ ahead: 0, expectedMinutes: 0 })).toBe('前面没有人，留意叫号');
    expect(aheadWords({ ahead: 3, expectedMinutes: 12 })).toBe('前面 3 人，约 12 分钟');
  });

  it('promises nothing as long as no counter is open', () => {
    expect(kioskWaitWords({ waiting: 0, expectedMinutes: null })).toBe('没有人等候，窗口还没有开放');
    expect(kioskWaitWords({ waiting: 8, expectedMinutes: null })).toBe('等候 8 人，窗口还没有开放');
    expect(wallWaitWords({ expectedMinutes: null })).toBe('待开放');
    expect(aheadWords({ ahead: 0, expectedMinutes: null })).toBe('前面没有人，窗口未开放');
    expect(aheadWords({ ahead: 3, expectedMinutes: null })).toBe('前面 3 人，窗口未开放');
  });
});
