/** @jest-environment jsdom */
import { afterAll, afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Session } from '@onewindow/contracts';
import { OneWindowProvider, vault } from '@onewindow/ui';
import { QueryClientProvider } from '@tanstack/react-query';
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { api, SESSION_KEY } from '../../app/api.js';
import { queryClient } from '../../app/query-client.js';
import { SessionGate } from './session-gate.js';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

const session = {
  csrfToken: 'li4GJq0vC6m2zA',
  idleMinutes: 30,
  staff: { id: 'li', roles: ['approver'], mustChangePassword: false },
} as unknown as Session;
const MINUTE_MS = 60_000;
const pass = (minutes: number) => act(() => jest.advanceTimersByTimeAsync(minutes * MINUTE_MS));
const press = () => act(() => void document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'a', bubbles: true })));

describe('the gate of the back office', () => {
  const sent = jest.fn<typeof fetch>();
  const read = jest.spyOn(api, 'getSession');
  const page = jest.spyOn(api, 'signInPage');
  let root: Root;
  let place: HTMLElement;
  const isIn = () => place.textContent.includes('案头');

  beforeEach(async () => {
    jest.useFakeTimers();
    Object.assign(globalThis, { fetch: sent });
    sent
      .mockReset()
      .mockImplementation(() => Promise.resolve(new Response('{"ok":true}', { headers: { 'content-type': 'application/json' } })));
    read.mockResolvedValue(session);
    page.mockReturnValue(new Promise(() => undefined));
    place = document.body.appendChild(document.createElement('div'));
    root = createRoot(place);
    act(() =>
      root.render(
        <OneWindowProvider>
          <QueryClientProvider client={queryClient}>
            <SessionGate>案头</SessionGate>
          </QueryClientProvider>
        </OneWindowProvider>,
      ),
    );
    await pass(0);
  });
  afterEach(async () => {
    act(() => root.unmount());
    place.remove();
    queryClient.clear();
    await vault.wipe();
    jest.useRealTimers();
  });
  afterAll(() => {
    read.mockRestore();
    page.mockRestore();
  });

  it('closes when nobody has touched the screen for as long as a session lasts, and keeps what was being written', async () => {
    vault.put('words:1:deny', '不符合规划');
    await pass(25);
    press();
    await pass(25);
    expect(isIn()).toBe(true);
    await pass(6);
    expect(isIn()).toBe(false);
    expect(sent.mock.calls.map(([, init]) => init?.method)).toEqual(['DELETE']);
    expect(vault.get('words:1:deny')).toBe('不符合规划');
  });

  it('shows nothing of one person to another who signed in from another tab', async () => {
    await act(() => queryClient.fetchQuery({ queryKey: ['cases'], queryFn: () => ['LJ-1'] }));
    read.mockResolvedValue({ ...session, csrfToken: 'wang83NtBq0XkL', staff: { ...session.staff, id: 'wang' } });
    await act(() => queryClient.refetchQueries({ queryKey: SESSION_KEY }));
    expect([isIn(), queryClient.getQueryData(['cases'])]).toEqual([true, undefined]);
  });

  it('stays open however often the session is read by itself, and not longer for it', async () => {
    await pass(29);
    await act(() => queryClient.refetchQueries());
    expect(isIn()).toBe(true);
    await pass(2);
    expect(isIn()).toBe(false);
  });
});
