/** @jest-environment jsdom */
import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import { networkProblem, ProblemError } from '@onewindow/api-client';
import { endSession, wasEndedHere } from './ended-session.js';

const LI = 'li4GJq0vC6m2zA';
const WANG = 'wang83NtBq0XkL';
const refused = (status: number) => new ProblemError({ ...networkProblem(), status });
const send = jest.fn<(csrfToken: string) => Promise<unknown>>();
const leave = jest.fn(() => Promise.resolve());
const signOut = () => endSession({ csrfToken: LI, leave, send });

beforeEach(() => {
  window.localStorage.clear();
  send.mockReset();
  leave.mockClear();
});

describe('a session that was ended on this machine', () => {
  it.each([
    ['the line is down', new ProblemError(networkProblem())],
    ['the server restarts', refused(503)],
  ])('lets nobody in when %s at the sign-out, and is ended as soon as it is found open', async (_when, failure) => {
    send.mockRejectedValueOnce(failure);
    await signOut();
    expect(leave).toHaveBeenCalledTimes(1);
    send.mockRejectedValueOnce(failure);
    expect(await wasEndedHere(LI, send)).toBe(true);
    expect(await wasEndedHere(LI, send)).toBe(true);
    expect(send.mock.calls).toEqual([[LI], [LI], [LI]]);
    // The server knows now.
    expect(window.localStorage.length).toBe(0);
  });

  it('is forgotten here before the server is asked, and known to other tabs before that', async () => {
    const order: unknown[] = [];
    send.mockImplementation(() => Promise.resolve(order.push('told')));
    await endSession({ csrfToken: LI, leave: () => Promise.resolve(void order.push(window.localStorage.length)), send });
    expect(order).toEqual([1, 'told']);
  });

  it.each([
    ['the server ends it', () => send.mockResolvedValueOnce({ ok: true })],
    ['it had ended there already', () => send.mockRejectedValueOnce(refused(401))],
  ])('leaves no mark when %s', async (_when, answer) => {
    answer();
    await signOut();
    expect(window.localStorage.length).toBe(0);
  });

  it('is told from the next one, and its token is not kept', async () => {
    send.mockRejectedValue(refused(503));
    await signOut();
    expect(JSON.stringify({ ...window.localStorage })).not.toContain(LI);
    send.mockReset();
    expect(await wasEndedHere(WANG, send)).toBe(false);
    expect(send).not.toHaveBeenCalled();
  });
});
