import { describe, expect, it } from '@jest/globals';
import { type Happening, happeningWords } from './task-happenings.js';

const at = new Date('2026-10-29T02:43:00.000Z');
const words = (action: string, data: Happening['data'] = {}, today = '2026-10-29') =>
  happeningWords({ taskId: 't', action, at, actorName: '罗秀兰', data }, today);

describe('what happened to a task first', () => {
  it.each([
    ['task.reassign', { to: '马晓东' }, '已被改派：罗秀兰 10:43 先改派给马晓东'],
    ['task.transfer', { to: '马晓东' }, '已被转办：罗秀兰 10:43 先转给马晓东'],
    ['task.claim', {}, '罗秀兰 10:43 已签收本件'],
    ['task.release', {}, '已回到部门池：罗秀兰 10:43 放回'],
    ['task.complete', {}, '已办完：罗秀兰 10:43 办完本环节'],
    ['task.complete', { outcome: 'grant' }, '已办完：罗秀兰 10:43 作出准予决定'],
    ['task.complete', { outcome: 'deny' }, '已办完：罗秀兰 10:43 作出不予许可决定'],
    ['task.refuse', {}, '已拒签：罗秀兰 10:43 拒签'],
    ['task.return', {}, '已退回：罗秀兰 10:43 退回前一环节'],
    ['task.cancel', {}, '已取消：罗秀兰 10:43 结束了本环节'],
    ['task.deem', {}, '已视为无意见：10:43 由系统记入'],
  ])('%s', (action, data, expected) => {
    expect(words(action, data)).toBe(expected);
  });

  it('names the day when it was another', () => {
    expect(words('task.retrieve', {}, '2026-11-02')).toBe('已取回：罗秀兰 10-29 10:43 取回重办');
    expect(words('task.claim', {}, '2026-11-02')).toBe('罗秀兰 10-29 10:43 已签收本件');
  });

  it('says nothing about what moves no task', () => {
    expect(words('task.open')).toBeUndefined();
    expect(words('saveDraft')).toBeUndefined();
    expect(words('task.constructor')).toBeUndefined();
  });
});
