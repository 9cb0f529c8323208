/** @jest-environment jsdom */
import { describe, expect, it, jest } from '@jest/globals';
import { pageOf } from './progress-page.js';
import { type Progress, readProgress } from './read-progress.js';

const PROGRESS: Progress = {
  regionName: '临江区',
  caseNo: '440199202610290003189',
  itemName: '公共场所卫生许可（新办）',
  status: 'accepted',
  statusWords: '审查中',
  promisedDue: '2026-11-05',
  promisedRemaining: 4,
  statutoryDue: '2026-11-26',
  steps: [
    { name: '收件', state: 'done', words: '区政务服务大厅 3 号窗口', at: '2026-10-29T02:36:00Z', day: null },
    { name: '审查', state: 'current', words: null, at: null, day: '2026-11-04' },
  ],
  ask: {
    title: '请在 11 月 5 日前补交 1 份材料',
    lines: ['集中空调检测报告。'],
    note: '补交前不能领证。',
    how: '带材料到受理的大厅，报编号即可。',
  },
  notes: [],
  waiting: [
    { hall: '区政务服务大厅', people: 23, minutes: 26 },
    { hall: '望湖街道便民服务中心', people: 0, minutes: 0 },
    { hall: '北园街道便民服务中心', people: 0, minutes: null },
  ],
  contact: { name: '区政务服务大厅', phone: '020-5550 6120' },
  updatedAt: '2026-10-30T01:15:00Z',
};

function drawn(...[state, again = () => undefined]: [Parameters<typeof pageOf>[0], (() => void)?]): HTMLElement {
  const root = document.createElement('main');
  root.append(...pageOf(state, again));
  return root;
}

const answering = (status: number, body: unknown) =>
  (() => Promise.resolve({ ok: status < 400, status, json: () => Promise.resolve(body) })) as unknown as typeof fetch;

describe('the page of progress', () => {
  it('tells how far, by when, what to bring and whom to ask', () => {
    const page = drawn({ state: 'ready', progress: PROGRESS });
    for (const words of ['审查中', '预计 11 月 5 日 前办结', '还剩 4 个工作日，法定期限 11 月 26 日', '▲ 请在 11 月 5 日前补交 1 份材料'])
      expect(page.textContent).toContain(words);
    expect(page.querySelector('[aria-current=step]')?.textContent).toContain('审查，正在办');
    expect(page.querySelector('a')?.getAttribute('href')).toBe('tel:02055506120');
  });

  it('tells how many wait where', () => {
    const lines = [...drawn({ state: 'ready', progress: PROGRESS }).querySelectorAll('.fo-phone-waiting')].map((one) => one.textContent);
    expect(lines).toEqual(['区政务服务大厅23 人约 26 分钟', '望湖街道便民服务中心0 人随到随办', '北园街道便民服务中心0 人窗口未开放']);
  });

  it('ends with no green tick when the answer is no', () => {
    const steps = [{ name: '不予许可', state: 'refused' as const, words: null, at: '2026-10-30T02:00:00Z', day: null }];
    const page = drawn({ state: 'ready', progress: { ...PROGRESS, statusWords: '不予许可', steps, waiting: [] } });
    expect(page.querySelector('.fo-phone-mark-refused')?.textContent).toBe('✕');
    expect(page.querySelector('.fo-phone-step')?.textContent).toContain('不予许可，没有办成');
    expect(page.textContent).not.toContain('现在等候');
  });

  it('tells of a bundle how each part stands', () => {
    const children = [
      { name: '企业设立登记', department: '市场监管局', state: 'ready', words: '已准予', due: null },
      { name: '发票申领', department: '税务局', state: 'open', words: '办理中', due: '2026-11-06' },
    ];
    const page = drawn({ state: 'ready', progress: { ...PROGRESS, children } });
    expect([...page.querySelectorAll('.fo-phone-child')].map((one) => one.textContent)).toEqual([
      '企业设立登记已准予市场监管局',
      '发票申领办理中税务局，预计 11 月 6 日 前',
    ]);
    expect(page.querySelector('.fo-phone-children h3')?.textContent).toBe('2 个子项');
  });

  it('never draws what it is given as markup', () => {
    const page = drawn({ state: 'ready', progress: { ...PROGRESS, itemName: '<img src=x onerror=alert(1)>' } });
    expect(page.querySelector('img')).toBeNull();
  });

  it('is kind about a code that belongs to nothing', () => {
    expect(drawn({ state: 'unknown' }).textContent).toContain('请重新扫描回执上的二维码');
  });

  it('offers to look again when the line is down', () => {
    const again = jest.fn();
    drawn({ state: 'failed', words: '网络中断' }, again).querySelector('button')?.click();
    expect(again).toHaveBeenCalledTimes(1);
  });
});

describe('reading progress', () => {
  it('takes a mistyped and an unknown token for the same', async () => {
    expect(await readProgress('x', answering(400, {}))).toEqual({ state: 'unknown' });
    expect(await readProgress('x', answering(404, {}))).toEqual({ state: 'unknown' });
  });

  it("tells the server's sentence, and a broken line in its own", async () => {
    expect(await readProgress('x', answering(429, { title: '查得太勤了。过一分钟再查。' }))).toEqual({
      state: 'failed',
      words: '查得太勤了。过一分钟再查。',
    });
    expect(await readProgress('x', () => Promise.reject(new Error('offline')))).toMatchObject({ state: 'failed' });
    expect(await readProgress('x', answering(200, PROGRESS))).toEqual({ state: 'ready', progress: PROGRESS });
  });
});
