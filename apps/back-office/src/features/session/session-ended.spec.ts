/** @jest-environment jsdom */
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Session } from '@onewindow/contracts';
import { api, SESSION_KEY } from '../../app/api.js';
import { queryClient } from '../../app/query-client.js';
import { sessionQuery, signOut } from './session.queries.js';

const session = {
  csrfToken: 'li4GJq0vC6m2zA',
  idleMinutes: 30,
  staff: { id: 'li', roles: ['approver'] },
  counter: null,
} as unknown as Session;
const json = (body: unknown, status = 200) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });
const sent = jest.fn<typeof fetch>();
const deletions = () =>
  sent.mock.calls.filter(([, init]) => init?.method === 'DELETE').map(([, init]) => new Headers(init?.headers).get('x-csrf-token'));
const look = () => queryClient.fetchQuery({ ...sessionQuery, staleTime: 0 });

describe('a sign-out that does not reach the server', () => {
  const read = jest.spyOn(api, 'getSession');
  beforeAll(() => {
    read.mockResolvedValue(session);
  });
  afterAll(() => read.mockRestore());
  beforeEach(() => {
    Object.assign(globalThis, { fetch: sent });
    window.localStorage.clear();
  });

  it('leaves the session to nobody, and ends it when the line is back', async () => {
    expect(await look()).toEqual(session);
    sent.mockImplementation(() => Promise.reject(new TypeError('no line')));
    await signOut();
    // A page that is loaded anew knows of no session.
    queryClient.removeQueries({ queryKey: SESSION_KEY });
    sent.mockReset();
    sent.mockImplementation(() => Promise.resolve(json({ ok: true })));
    expect(await look()).toBeNull();
    expect(deletions()).toEqual([session.csrfToken]);
  });
});
