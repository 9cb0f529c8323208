/** @jest-environment jsdom */
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { act } from 'react';
import { MemoryRouter, Route, Routes } from 'react-router';
import { Address, addressOf } from '../../../test/address.js';
import { click, render, type Rendered } from '../../../test/render.js';
import { api } from '../../app/api.js';
import type { TaskOutcome } from '../desk/index.js';

let onOutcome: (outcome: TaskOutcome) => void;
const see = (props: { onOutcome: typeof onOutcome }) => {
  ({ onOutcome } = props);
};

jest.unstable_mockModule('../session/index.js', () => ({ useSession: () => ({ staff: { id: 'staff-a' } }) }));
jest.unstable_mockModule('./done-list.js', () => ({ DoneList: () => null }));
jest.unstable_mockModule('../desk/task-pane.js', () => ({ TaskPane: () => null }));
jest.unstable_mockModule('../desk/review-column.js', () => ({ ReviewColumn: (props: { onOutcome: typeof onOutcome }) => void see(props) }));
const { DonePage } = await import('./done-page.js');

const row = (id: string) => ({ id, caseId: `case-${id}`, title: id, itemName: '公共场所卫生许可' });
const RETRIEVED: TaskOutcome = { verb: 'retrieve', words: '已取回。', taskId: 'A', mayIssue: false, leaves: false };

const settle = () => act(() => jest.advanceTimersByTimeAsync(20));

describe('what was taken back', () => {
  let page: Rendered;

  beforeEach(async () => {
    jest.useFakeTimers();
    jest.spyOn(api, 'listDone').mockResolvedValue({ items: ['A', 'B', 'C'].map(row), nextCursor: null } as never);
    jest.spyOn(api, 'getTask').mockImplementation(({ params }) => Promise.resolve(row(params.id)) as never);
    page = render(
      <MemoryRouter initialEntries={['/done/A']}>
        <Address ways={['/done/C', '/messages']} />
        <Routes>
          <Route path="/done/:taskId?" element={<DonePage />} />
          <Route path="*" element={null} />
        </Routes>
      </MemoryRouter>,
    );
    await settle();
  });
  afterEach(() => {
    page.unmount();
    jest.restoreAllMocks();
    jest.useRealTimers();
  });

  const there = () => addressOf(page);

  it('opens on the desk', async () => {
    act(() => onOutcome(RETRIEVED));
    await settle();
    expect(there()).toBe('/desk/A');
  });

  it.each(['/done/C', '/messages'])('leaves whoever has gone on to %s there when the answer comes late', async (to) => {
    const late = onOutcome;
    click(page, to);
    await settle();
    act(() => late(RETRIEVED));
    await settle();
    expect(there()).toBe(to);
  });
});
