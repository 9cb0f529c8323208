import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { CASE_ACTIONS, TASK_ACTIONS } from '@onewindow/domain';
import { KNOWN_EVENT_ACTIONS, wordsOf } from './event-words.js';

const DAY = '2026-10-29';

describe('words of events', () => {
  it('are there for every action of R11', () => {
    for (const action of CASE_ACTIONS) expect(KNOWN_EVENT_ACTIONS).toContain(action);
    for (const action of TASK_ACTIONS) expect(KNOWN_EVENT_ACTIONS).toContain(`task.${action}`);
  });

  it('are there for every action that a command writes', () => {
    const source = join(import.meta.dirname, '..');
    const written = [
      'reception',
      'deferral',
      'follow-up',
      'outage',
      'review',
      'results',
      'supervision',
      'notices',
      'consultations',
      'alarms',
      'clocks',
      'corrections',
    ]
      .flatMap((feature) => readdirSync(join(source, feature), { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.includes('spec'))
      .flatMap((entry) =>
        [...readFileSync(join(entry.parentPath, entry.name), 'utf8').matchAll(/action: '([A-Za-z.]+)'/g)].map((match) => match[1] ?? ''),
      )
      // Dotted names of the audit trail are told by the audit list.
      .filter((action) => !action.includes('.') || /^(task|procedure|extension|clock|correction)\./.test(action));
    expect(written).toContain('accept');
    expect(
      [...new Set(written)].filter((action) => !KNOWN_EVENT_ACTIONS.includes(action) && action !== 'transfer' && action !== 'reassign'),
    ).toEqual([]);
  });

  it('R3.3 tell of corrections during review', () => {
    const asked = { stepName: '书面审查', by: '2026-11-05', points: ['设计方案图（缺比例尺）'] };
    expect(wordsOf('correction.request', asked, DAY)).toBe('书面审查要求申请人 11-05 前补正：设计方案图（缺比例尺）');
    expect(wordsOf('correction.takeIn', { points: ['同意户数：12 改为 14'], left: 1 }, DAY)).toBe(
      '收审查补正：同意户数：12 改为 14，还差 1 项',
    );
    expect(wordsOf('correction.takeIn', { points: ['设计方案图'], left: 0 }, DAY)).toBe('收审查补正：设计方案图，收齐');
    expect(wordsOf('correction.withdraw', { stepName: '书面审查', reason: '材料已在卷内' }, DAY)).toBe(
      '书面审查撤回补正要求：材料已在卷内',
    );
  });

  it('say what happened, with what is known', () => {
    expect(wordsOf('receive', { caseNo: '440199202610290003189' }, DAY)).toBe('收件，编号 440199 20261029 000318 9');
    expect(wordsOf('accept', { promisedDue: '2026-11-05' }, DAY)).toBe('受理，承诺 11-05 前办结');
    expect(wordsOf('accept', { deemed: true, statutoryDue: '2026-11-19' }, DAY)).toBe('逾期未告知，视为受理，法定 11-19 前办结');
    expect(wordsOf('accept', { promisedDue: '2027-01-08' }, DAY)).toBe('受理，承诺 2027-01-08 前办结');
    expect(wordsOf('supplement', { materials: ['申请表（未交）'] }, DAY)).toBe('一次告知补正 1 份：申请表（未交）');
    expect(wordsOf('decide', { decision: 'deny', reason: '间距不足' }, DAY)).toBe('决定不予许可：间距不足');
    expect(wordsOf('issue', { result: '卫生许可证', place: '出件台 A12' }, DAY)).toBe('卫生许可证已出证，送出件台 A12');
    expect(wordsOf('issue', { result: '卫生许可证', place: 'B 柜 12 格' }, DAY)).toBe('卫生许可证已出证，送 B 柜 12 格');
    const posted = { collector: '王**', relation: 'agent', method: 'post', place: '邮寄，中国邮政 EMS 1234567890123' };
    expect(wordsOf('handOver', posted, DAY)).toBe('出件：代理人王**签名，邮寄，中国邮政 EMS 1234567890123');
    expect(wordsOf('handOver', { collector: '王**', relation: 'self', method: 'window' }, DAY)).toBe('出件：申请人王**窗口领取');
    expect(wordsOf('task.complete', { stepName: '市场监管局', outcome: 'agreeWithConditions', opinion: '检验合格后使用' }, DAY)).toBe(
      '市场监管局：同意，附条件：检验合格后使用',
    );
    const dates = { statutoryBefore: '2026-03-30', statutoryDue: '2026-04-09' };
    const testing = { procedureName: '检测', days: '7 个工作日', from: '2026-03-10', through: '2026-03-18' };
    expect(wordsOf('procedure.approve', { ...testing, ...dates }, DAY)).toBe(
      '检测，03-10 至 03-18 暂停计时，已出告知书；法定 03-30 改为 04-09',
    );
    expect(wordsOf('clock.renew', { overrun: ['testing'], ...dates }, DAY)).toBe(
      '检测超过告知的时间还没有结束，期限顺延；法定 03-30 改为 04-09（系统记入）',
    );
    const answer = { step: 'consult.0a1b2c3d4e5f.1', stepName: '协办', department: '城市管理局' };
    expect(wordsOf('task.complete', { ...answer, outcome: 'agreeWithConditions', opinion: '同意，附条件：原地恢复。' }, DAY)).toBe(
      '城市管理局协办：同意，附条件：原地恢复。',
    );
    expect(wordsOf('task.complete', { stepName: '消防意见', outcome: 'agree', opinion: '无意见。' }, DAY)).toBe('消防意见：无意见。');
    expect(wordsOf('task.deem', { stepName: '消防意见', silentOn: '2026-10-31' }, DAY)).toBe(
      '消防意见期满未答复，自 10-31 视为无意见（系统记入）',
    );
    expect(wordsOf('task.consult', { stepName: '规划审查', departments: ['城市管理局'], due: '2026-11-02', question: '占绿' }, DAY)).toBe(
      '规划审查向城市管理局征求意见，11-02 前答复：占绿',
    );
    expect(wordsOf('task.reassign', { stepName: '审查', from: '周启明', to: '谢文彬', reason: '休假' }, DAY)).toBe(
      '审查由周启明改派给谢文彬：休假',
    );
    expect(wordsOf('saveDraft', { sections: ['form'] }, DAY)).toBe('暂存表单');
    const moved = { because: '2027 年放假安排公布', promised: ['2026-12-31', '2027-01-04'], steps: [['审查', '2026-12-30', '2026-12-31']] };
    expect(wordsOf('redate', moved, DAY)).toBe(
      '2027 年放假安排公布，承诺到期 12-31 改为 2027-01-04，审查到期 12-30 改为 12-31（系统记入）',
    );
  });

  it('never fail on facts that are missing or of another kind', () => {
    for (const action of [...KNOWN_EVENT_ACTIONS, 'unheard-of', 'constructor', '__proto__']) {
      for (const data of [{}, { reason: 1, materials: 'x', sections: [1], caseNo: null }])
        expect(wordsOf(action, data, DAY).length).toBeGreaterThan(0);
    }
  });
});
