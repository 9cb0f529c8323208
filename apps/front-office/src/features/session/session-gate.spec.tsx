/** @jest-environment jsdom */
import { afterAll, expect, it, jest } from '@jest/globals';
import type { Session } from '@onewindow/contracts';
import { notifyManager, QueryClientProvider } from '@tanstack/react-query';
import { act } from 'react';
import { render } from '../../../test/render.js';
import { api, SESSION_KEY } from '../../app/api.js';
import { queryClient } from '../../app/query-client.js';
import { SessionGate } from './session-gate.js';

// What the cache hears stands on the screen at once: no test waits for a timer.
notifyManager.setScheduler(queueMicrotask);

const sessionOf = (id: string) =>
  ({
    csrfToken: `token-of-${id}`,
    idleMinutes: 30,
    staff: { id, roles: ['clerk'], mustChangePassword: false },
    counter: { id: 'one' },
  }) as unknown as Session;
const read = jest.spyOn(api, 'getSession');
// jsdom goes to no other page, and says so.
const said = jest.spyOn(console, 'error').mockImplementation(() => undefined);
afterAll(() => {
  read.mockRestore();
  said.mockRestore();
});

it('the work of one person is not shown to another who signed in from another tab', async () => {
  read.mockResolvedValue(sessionOf('li'));
  await queryClient.fetchQuery({ queryKey: SESSION_KEY, queryFn: () => api.getSession() });
  const page = render(
    <QueryClientProvider client={queryClient}>
      <SessionGate>办到一半的件</SessionGate>
    </QueryClientProvider>,
  );
  expect(page.container.textContent).toContain('办到一半的件');
  read.mockResolvedValue(sessionOf('wang'));
  await act(async () => {
    await queryClient.refetchQueries({ queryKey: SESSION_KEY });
  });
  expect(page.container.textContent).not.toContain('办到一半的件');
  page.unmount();
});
