/** @jest-environment jsdom */
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { SETTLE_MS } from '@onewindow/ui';
import { act } from 'react';
import { press, render, type Rendered } from '../../../../test/render.js';
import { api } from '../../../app/api.js';
import { PrintNotice } from './print-notice.js';

const printOf = (ordinal: number) => ({ ordinal, printedAt: '2026-10-29T02:41:00Z', printedBy: '谢文彬' });

describe('printing a notice', () => {
  let page: Rendered;
  let prints: ReturnType<typeof printOf>[];
  const pass = (ms = 20) => act(() => jest.advanceTimersByTimeAsync(ms));
  const pressPrint = async () => {
    press('KeyP', { ctrlKey: true });
    await pass();
  };

  beforeEach(async () => {
    jest.useFakeTimers();
    prints = [];
    jest.spyOn(window, 'open').mockReturnValue(null);
    jest.spyOn(api, 'listNoticePrints').mockImplementation(() => Promise.resolve({ items: [...prints] }) as never);
    jest.spyOn(api, 'printNotice').mockImplementation(() => {
      const next = printOf(prints.length + 1);
      prints.push(next);
      return Promise.resolve(next) as never;
    });
    page = render(<PrintNotice noticeId="notice-a" />);
    await pass();
    await pass(SETTLE_MS);
  });
  afterEach(() => {
    page.unmount();
    jest.restoreAllMocks();
    jest.useRealTimers();
  });

  it('records no copy by the second of two quick presses', async () => {
    await pressPrint();
    await pressPrint();
    expect(prints).toHaveLength(1);
    expect(page.container.textContent).toContain('补打 第 1 次');
    await pass(SETTLE_MS);
    await pressPrint();
    expect(prints).toHaveLength(2);
  });
});
