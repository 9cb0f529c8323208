/** @jest-environment jsdom */
import { expect, it, jest } from '@jest/globals';
import { networkProblem, ProblemError } from '@onewindow/api-client';
import type { Session } from '@onewindow/contracts';
import { notifyManager, QueryClientProvider } from '@tanstack/react-query';
import { act } from 'react';
import { render, typeInto } from '../../../test/render.js';
import { api } from '../../app/api.js';
import { queryClient } from '../../app/query-client.js';
import { ChangePassword } from './change-password.js';
import { SessionContext } from './session-context.js';

// What the cache hears stands on the screen at once: no test waits for a timer.
notifyManager.setScheduler(queueMicrotask);

it('a change of password whose answer was lost is sent again as the same one', async () => {
  let made = 0;
  // jsdom makes none.
  Object.defineProperty(globalThis.crypto, 'randomUUID', { configurable: true, value: () => `key-${(made += 1)}` });
  const sent = jest.spyOn(api, 'changePassword');
  const closed = jest.fn();
  const page = render(
    <QueryClientProvider client={queryClient}>
      <SessionContext value={{ staff: { name: '李敏' } } as unknown as Session}>
        <ChangePassword onClose={closed} />
      </SessionContext>
    </QueryClientProvider>,
  );
  const field = (key: string) => page.container.querySelector(`#fo-password-${key}`) as HTMLInputElement;
  for (const [key, value] of Object.entries({ current: 'jiu-mima-1', next: 'xin-mima-2027', again: 'xin-mima-2027' }))
    typeInto(field(key), value);
  const submit = () =>
    act(async () => {
      page.container.querySelector('form')?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
    });
  sent.mockRejectedValueOnce(new ProblemError(networkProblem()));
  await submit();
  expect(closed).not.toHaveBeenCalled();
  sent.mockResolvedValueOnce({ ok: true });
  await submit();
  expect(sent.mock.calls.map(([, options]) => options?.idempotencyKey)).toEqual(['key-1', 'key-1']);
  expect(closed).toHaveBeenCalledTimes(1);
  page.unmount();
});
