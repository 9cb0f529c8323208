/** @jest-environment jsdom */
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Endpoints, ResponseOf, TaskDetail } from '@onewindow/contracts';
import { act, useLayoutEffect } from 'react';
import { openPage, type TestPage } from '../../../test/open-page.js';
import { api } from '../../app/api.js';
import type { StalledFilter } from './stalled-filter.js';
import { SUPERVISION_KEY } from './supervision.queries.js';
import { type Chosen, useChosen } from './use-chosen.js';
import { type StalledWork, useStalledWork } from './use-stalled-work.js';

const ALL: StalledFilter = { departmentIds: [], minStalled: 0, clock: 'promised', buckets: [], holderId: null, q: '' };
const RED: StalledFilter = { ...ALL, buckets: ['over6'] };
type Found = ResponseOf<Endpoints['listStalledIds']>;
type Row = ResponseOf<Endpoints['listStalled']>['items'][number];
const taskOf = (id: string) => ({
  id,
  caseNo: `3301002026110000${id.codePointAt(0)}`,
  title: `何${id}`,
  itemName: '',
  actions: [{ action: 'reassign', allowed: true }],
});

describe('the work of 督查台', () => {
  let page: TestPage;
  let work: StalledWork;
  let chosen: Chosen;
  let rows: string;
  let filter: StalledFilter;
  let viewing: string | null;
  const asked: ((found: Found) => void)[] = [];

  function Host() {
    const stalled = useStalledWork(filter);
    const what = useChosen(stalled, viewing);
    useLayoutEffect(() => {
      work = stalled;
      chosen = what;
    });
    return null;
  }
  const look = async (at: StalledFilter) => {
    filter = at;
    await page.show(<Host />);
  };
  const list = async (next: string) => {
    rows = next;
    await act(() => page.client.invalidateQueries({ queryKey: SUPERVISION_KEY }));
  };
  const answer = (at: number, ids: string) => act(async () => asked[at]?.({ ids: [...ids], total: ids.length + 1 }));
  const ticked = () => [...work.selected].join('');

  beforeEach(async () => {
    page = openPage();
    rows = 'abcd';
    viewing = null;
    asked.length = 0;
    jest
      .spyOn(api, 'listStalled')
      .mockImplementation(() =>
        Promise.resolve({ items: [...rows].map((id) => taskOf(id) as unknown as Row), nextCursor: null, total: rows.length }),
      );
    jest.spyOn(api, 'listStalledIds').mockImplementation(() => new Promise((resolve) => asked.push(resolve)));
    jest.spyOn(api, 'getTask').mockImplementation(({ params }) => Promise.resolve(taskOf(params.id) as unknown as TaskDetail));
    await look(ALL);
  });
  afterEach(() => {
    page.close();
    jest.restoreAllMocks();
  });

  it('moves no case that nobody chose: when the row under the cursor leaves, 改派 has nothing until J', async () => {
    act(() => work.setCursor('c'));
    expect(chosen).toMatchObject({ what: { taskIds: ['c'], name: expect.stringContaining('何c') }, hindrance: undefined });
    await list('abd');
    expect(work.at).toBeNull();
    expect(chosen).toMatchObject({ what: { taskIds: [], name: null }, hindrance: '先选办件' });
    act(() => work.move(1));
    expect(chosen.what.taskIds).toEqual(['d']);
  });

  it('moves the case that stands opened, also when it has left the list', async () => {
    act(() => work.setCursor('c'));
    viewing = 'c';
    await look(ALL);
    await list('abd');
    expect(chosen).toMatchObject({ what: { taskIds: ['c'], name: expect.stringContaining('何c') }, hindrance: undefined });
  });

  it('unticks what has left', async () => {
    act(() => work.check('b', false));
    act(() => work.check('c', false));
    expect(ticked()).toBe('bc');
    await list('acd');
    expect([ticked(), chosen.what.taskIds.length]).toEqual(['c', 1]);
  });

  it('ticks nothing of the filter before when 全选 answers late', async () => {
    await act(async () => work.selectWhole());
    act(() => work.clear());
    await look(RED);
    await answer(0, 'abcdz');
    expect([ticked(), work.found]).toEqual(['', undefined]);
  });

  it('nor by a step back in the browser, which clears nothing', async () => {
    await act(async () => work.selectWhole());
    await look(RED);
    await answer(0, 'abcdz');
    expect([ticked(), work.found]).toEqual(['', undefined]);
  });

  it('ticks nothing that was let go before the answer', async () => {
    await act(async () => work.selectWhole());
    act(() => work.clear());
    await answer(0, 'abcdz');
    expect(ticked()).toBe('');
  });

  it('ticks the whole filter, and says of no later one that it was cut', async () => {
    await act(async () => work.selectWhole());
    await answer(0, 'abcdz');
    expect([ticked(), work.found?.total]).toEqual(['abcdz', 6]);
    act(() => work.clear());
    expect([ticked(), work.found]).toEqual(['', undefined]);
  });
});
