/** @jest-environment jsdom */
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { SETTLE_MS } from '@onewindow/ui';
import { act } from 'react';
import { MemoryRouter } from 'react-router';
import { press, render, type Rendered } from '../../../test/render.js';
import { api } from '../../app/api.js';
import { ClockWorkPage } from './clock-work-page.js';

const request = (id: string) => ({
  id,
  caseId: `case-${id}`,
  caseNo: '330102202610290000011',
  title: `请求${id}`,
  itemName: '公共场所卫生许可',
  taskId: null,
  due: null,
  extension: null,
  procedure: {
    id,
    kind: 'siteInspection',
    label: '现场勘验',
    basis: '行政许可法第四十五条',
    reason: '须到现场',
    ...{ days: 5, unit: 'working', phase: 'requested', requestedBy: { name: '谢文彬' }, requestedAt: '2026-10-29T02:41:00Z' },
    ...{ decidedBy: null, decidedAt: null, decisionReason: null, startedOn: null, announcedEnd: null, endedOn: null, overrunDays: 0 },
    ...{ outcome: null, document: null, notice: null, objections: [], actions: [{ action: 'approve', allowed: true }] },
  },
});

/** Time for an answer that is there to come to the screen. */
const ANSWERED_MS = 20;
const pass = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms));
const pressMain = async () => {
  press('Enter', { ctrlKey: true });
  await pass(ANSWERED_MS);
};

describe('requests for pauses before the chief', () => {
  let page: Rendered;
  let approved: string[];
  let waiting: ReturnType<typeof request>[];

  beforeEach(async () => {
    jest.useFakeTimers();
    approved = [];
    waiting = [request('A'), request('B')];
    jest
      .spyOn(api, 'listClockWork')
      .mockImplementation(
        () => Promise.resolve({ items: waiting, nextCursor: null, counts: { waiting: waiting.length, running: 0, overrun: 0 } }) as never,
      );
    jest.spyOn(api, 'getCaseEvents').mockResolvedValue({ items: [] } as never);
    jest.spyOn(api, 'approveProcedure').mockImplementation(({ params }) => {
      approved.push(params.id);
      waiting = waiting.filter(({ id }) => id !== params.id);
      return Promise.resolve({}) as never;
    });
    page = render(
      <MemoryRouter>
        <ClockWorkPage />
      </MemoryRouter>,
    );
    await pass(ANSWERED_MS);
    await pass(SETTLE_MS);
  });
  afterEach(() => {
    page.unmount();
    jest.restoreAllMocks();
    jest.useRealTimers();
  });

  it('are agreed to one by one: the next slides under the same keys, and the second of two quick presses did not mean it', async () => {
    await pressMain();
    expect(approved).toEqual(['A']);
    expect(page.container.textContent).toContain('请求B');
    expect(page.container.textContent).not.toContain('请求A');
    await pressMain();
    expect(approved).toEqual(['A']);
    await pass(SETTLE_MS);
    await pressMain();
    expect(approved).toEqual(['A', 'B']);
  });
});
