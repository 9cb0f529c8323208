/** @jest-environment jsdom */
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { act } from 'react';
import { MemoryRouter, Route, Routes } from 'react-router';
import { Address, addressOf } from '../../../test/address.js';
import { click, render, type Rendered } from '../../../test/render.js';
import { api } from '../../app/api.js';
import { wholeOf } from './desk-filters.js';
import type { QueuePaneProps } from './queue-pane.js';
import type { ReviewPaneProps } from './review-pane.js';
import type { TaskOutcome } from './task-commands.js';

/** What the columns were given last: what is drawn in them is not in question here. */
let queue: QueuePaneProps;
let review: Pick<ReviewPaneProps, 'task' | 'onOutcome'>;
const see = {
  queue: (props: QueuePaneProps) => {
    queue = props;
  },
  review: (props: typeof review) => {
    review = props;
  },
};

jest.unstable_mockModule('../session/index.js', () => ({ useSession: () => ({ staff: { id: 'staff-a' } }) }));
jest.unstable_mockModule('./task-pane.js', () => ({ TaskPane: () => null }));
jest.unstable_mockModule('./queue-pane.js', () => ({ QueuePane: (props: QueuePaneProps) => void see.queue(props) }));
jest.unstable_mockModule('./review-column.js', () => ({ ReviewColumn: (props: typeof review) => void see.review(props) }));
const { DeskPage } = await import('./desk-page.js');

const row = (id: string) => ({ id, caseId: `case-${id}`, title: id, itemName: '公共场所卫生许可', actions: [] });
const queueOf = (...ids: string[]) => ({ items: ids.map(row), nextCursor: null });
const released = (taskId: string): TaskOutcome => ({ verb: 'release', words: '已放回部门池。', taskId, mayIssue: false, leaves: true });

/** Lets what was asked for and answered come to the screen. */
const settle = (ms = 20) => act(() => jest.advanceTimersByTimeAsync(ms));

describe('the desk', () => {
  let page: Rendered;

  beforeEach(async () => {
    jest.useFakeTimers();
    jest.spyOn(api, 'countTasks').mockResolvedValue({ pool: { all: 0 } } as never);
    jest.spyOn(api, 'getDeskSettings').mockResolvedValue({ phrases: [], searches: [], autoClaim: false } as never);
    jest.spyOn(api, 'taskBackground').mockResolvedValue({ drafts: [], changes: [] } as never);
    jest.spyOn(api, 'getTask').mockImplementation(({ params }) => {
      return Promise.resolve({ ...row(params.id), kind: 'review', status: 'claimed', caseActions: [], workActions: [] }) as never;
    });
    jest.spyOn(api, 'listTasks').mockResolvedValue(queueOf('A', 'B', 'C') as never);
    page = render(
      <MemoryRouter initialEntries={['/desk']}>
        <Address ways={['/desk/C', '/messages']} />
        <Routes>
          <Route path="/desk/:taskId?" element={<DeskPage />} />
          <Route path="*" element={null} />
        </Routes>
      </MemoryRouter>,
    );
    await settle();
    await settle();
  });
  afterEach(() => {
    page.unmount();
    jest.restoreAllMocks();
    jest.useRealTimers();
  });

  const there = () => addressOf(page);
  const goTo = async (to: string) => {
    click(page, to);
    await settle();
  };

  it('opens the worst one, and the next after it once it was dealt with', async () => {
    expect(there()).toBe('/desk/A');
    act(() => review.onOutcome(released('A')));
    await settle();
    expect(there()).toBe('/desk/B');
  });

  it('leaves whoever has gone on to another case there when the answer comes late', async () => {
    const { onOutcome } = review;
    await goTo('/desk/C');
    act(() => onOutcome(released('A')));
    await settle();
    expect(there()).toBe('/desk/C');
  });

  it('does not call back whoever has gone to another screen', async () => {
    const { onOutcome } = review;
    await goTo('/messages');
    act(() => onOutcome(released('A')));
    await settle();
    expect(there()).toBe('/messages');
  });

  it('opens the first that another filter finds, not the first of the rows before it, which stand there for a moment alone', async () => {
    const { promise, resolve } = Promise.withResolvers<Awaited<ReturnType<typeof api.listTasks>>>();
    jest.mocked(api.listTasks).mockReturnValue(promise);
    act(() => queue.onFilters({ ...wholeOf('mine'), light: 'yellow' }));
    await settle();
    expect(there()).toBe('/desk');
    expect(queue.rows.map(({ id }) => id)).toEqual(['A', 'B', 'C']);
    await settle(1_000);
    expect(queue).toMatchObject({ rows: [], list: { isPending: true } });
    resolve(queueOf('C') as never);
    await settle();
    expect(queue.rows.map(({ id }) => id)).toEqual(['C']);
    expect(there()).toBe('/desk/C');
  });
});
