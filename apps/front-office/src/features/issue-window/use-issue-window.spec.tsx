/** @jest-environment jsdom */
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Endpoints, ReadyRow, ResponseOf } from '@onewindow/contracts';
import { QueryClientProvider } from '@tanstack/react-query';
import { act } from 'react';
import { lateAnswer, renderHook, type RenderedHook } from '../../../test/render-hook.js';
import { api } from '../../app/api.js';
import { queryClient } from '../../app/query-client.js';
import { useIssueWindow } from './use-issue-window.js';

type Ready = ResponseOf<Endpoints['findReady']>;
const A = 'receipt-of-A';
const B = 'receipt-of-B';

const readyOf = (applicantId: string): Ready => {
  const row = {
    applicantId,
    caseId: `case-${applicantId}`,
    result: { name: '许可证' },
    waitingDays: 0,
    uncollected: null,
    methods: [],
    problems: [],
    actions: [],
  } as unknown as ReadyRow;
  return { items: [row], total: 1 } as unknown as Ready;
};

describe('the window while answers are on their way', () => {
  let window: RenderedHook<ReturnType<typeof useIssueWindow>>;
  let ofA: ReturnType<typeof lateAnswer<Ready>>;
  let ofB: ReturnType<typeof lateAnswer<Ready>>;

  beforeEach(() => {
    ofA = lateAnswer<Ready>();
    ofB = lateAnswer<Ready>();
    jest.spyOn(api, 'findReady').mockReturnValueOnce(ofA.promise).mockReturnValueOnce(ofB.promise);
    jest.spyOn(api, 'listReady').mockResolvedValue({ items: [], nextCursor: null } as never);
    window = renderHook(
      () => useIssueWindow('window'),
      (page) => <QueryClientProvider client={queryClient}>{page}</QueryClientProvider>,
    );
  });
  afterEach(() => {
    window.unmount();
    queryClient.clear();
    jest.restoreAllMocks();
  });

  const scan = async (code: string) => {
    await act(async () => void window.now().look(code));
  };

  it('keeps who was scanned last when the answer to the receipt before comes after theirs', async () => {
    await scan(A);
    await scan(B);
    await ofB.give(readyOf('B'));
    expect(window.now().applicantId).toBe('B');
    const stillHere = window.now().watch();
    await ofA.give(readyOf('A'));
    expect(window.now().applicantId).toBe('B');
    expect(window.now().rows.map(({ applicantId }) => applicantId)).toEqual(['B']);
    expect(stillHere()).toBe(true);
  });

  it('is not closed by a receipt before that is not found, or whose line breaks', async () => {
    await scan(A);
    await scan(B);
    await ofB.give(readyOf('B'));
    await ofA.give({ ...readyOf('A'), items: [] });
    expect(window.now()).toMatchObject({ applicantId: 'B', find: { busy: false, problem: null } });
  });

  it('leaves who is chosen from the list, though a search answers later', async () => {
    await scan(A);
    act(() => window.now().choose('C'));
    await ofA.refuse(new TypeError('broken line'));
    expect(window.now()).toMatchObject({ applicantId: 'C', find: { busy: false, problem: null } });
  });

  it('has nobody before it while the next is looked for, and says that another one came', async () => {
    await scan(A);
    await ofA.give(readyOf('A'));
    const stillHere = window.now().watch();
    await scan(B);
    expect(window.now().applicantId).toBeNull();
    expect(stillHere()).toBe(false);
  });
});
