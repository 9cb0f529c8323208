/** @jest-environment jsdom */
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { SETTLE_MS } from '@onewindow/ui';
import { act } from 'react';
import { MemoryRouter, Route, Routes } from 'react-router';
import { Address, addressOf } from '../../../test/address.js';
import { click, press, render, type Rendered } from '../../../test/render.js';
import { api } from '../../app/api.js';

jest.unstable_mockModule('../session/index.js', () => ({ useSession: () => ({ staff: { id: 'staff-a' } }) }));
jest.unstable_mockModule('./consultations-list.js', () => ({ ConsultationsList: () => null }));
jest.unstable_mockModule('../desk/task-pane.js', () => ({ TaskPane: () => null }));
jest.unstable_mockModule('../desk/story.js', () => ({ Story: () => null }));
const { ConsultationsPage } = await import('./consultations-page.js');

const row = (id: string) => ({
  id,
  caseId: `case-${id}`,
  title: id,
  itemName: '公共场所卫生许可',
  asking: { shortName: '卫生健康局' },
  askedBy: { name: '谢文彬' },
  stepName: '协办',
  question: '有无意见？',
  silenceOn: null,
});
const taskOf = (id: string) => ({
  ...row(id),
  ...{ kind: 'consultation', status: 'claimed', version: 1, holder: { id: 'staff-a', name: '甲' }, points: [], opinion: '', paused: null },
  ...{
    clocks: { step: null },
    actions: [
      { action: 'answer', allowed: true },
      { action: 'complete', allowed: true },
    ],
    workActions: [],
  },
});

const settle = (ms = 20) => act(() => jest.advanceTimersByTimeAsync(ms));

describe('questions of other departments', () => {
  let page: Rendered;
  let answer: () => Promise<void>;

  beforeEach(async () => {
    jest.useFakeTimers();
    const { promise, resolve } = Promise.withResolvers<never>();
    answer = async () => {
      resolve({} as never);
      await settle();
    };
    jest.spyOn(api, 'answerConsultation').mockReturnValue(promise);
    jest.spyOn(api, 'countTasks').mockResolvedValue({ consultation: { all: 3 } } as never);
    jest.spyOn(api, 'getDeskSettings').mockResolvedValue({ phrases: [], searches: [], maySetDepartment: false } as never);
    jest.spyOn(api, 'getTask').mockImplementation(({ params }) => Promise.resolve(taskOf(params.id)) as never);
    jest.spyOn(api, 'listConsultations').mockResolvedValue({ items: ['A', 'B', 'C'].map(row), nextCursor: null } as never);
    page = render(
      <MemoryRouter initialEntries={['/consultations']}>
        <Address ways={['/consultations/C', '/messages']} />
        <Routes>
          <Route path="/consultations/:taskId?" element={<ConsultationsPage />} />
          <Route path="*" element={null} />
        </Routes>
      </MemoryRouter>,
    );
    await settle();
    await settle();
    await settle(SETTLE_MS);
  });
  afterEach(() => {
    page.unmount();
    jest.restoreAllMocks();
    jest.useRealTimers();
  });

  const there = () => addressOf(page);
  const pressMain = async () => {
    press('Enter', { ctrlKey: true });
    await settle();
  };

  it('are answered one after the other', async () => {
    await pressMain();
    await answer();
    expect(api.answerConsultation).toHaveBeenCalledTimes(1);
    expect(there()).toBe('/consultations/B');
  });

  it.each(['/consultations/C', '/messages'])('leave whoever has gone on to %s there when the answer comes late', async (to) => {
    await pressMain();
    click(page, to);
    await settle();
    await answer();
    expect(there()).toBe(to);
  });

  it('are not answered by the second of two quick presses whose first saved the phrases', async () => {
    click(page, '改常用语');
    click(page, '不改了');
    await pressMain();
    expect(api.answerConsultation).not.toHaveBeenCalled();
    await settle(SETTLE_MS);
    await pressMain();
    expect(api.answerConsultation).toHaveBeenCalledTimes(1);
  });
});
