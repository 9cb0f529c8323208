/** @jest-environment jsdom */
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { ProblemError } from '@onewindow/api-client';
import type { TaskDetail } from '@onewindow/contracts';
import { vault } from '@onewindow/ui';
import { act, useLayoutEffect } from 'react';
import { render, type Rendered } from '../../../test/render.js';
import { api } from '../../app/api.js';
import { useReviewDraft, type ReviewDraft } from './use-review-draft.js';

const TASK = { id: 'task-a', version: 1, points: [], opinion: '', draftSavedAt: null } as unknown as TaskDetail;
const SAVED = { version: 2, savedAt: '2026-10-29T02:41:00Z' };
const problem = (status: number) => new ProblemError({ type: 'about:blank', title: '没有存上。', status, code: 'test' });

let draft: ReviewDraft;
const see = (now: ReviewDraft) => {
  draft = now;
};
function Desk() {
  const now = useReviewDraft(TASK, 'staff-a', true);
  useLayoutEffect(() => see(now));
  return null;
}

describe('the draft of an opinion', () => {
  let page: Rendered;
  let sent: string[];
  let answers: (() => Promise<typeof SAVED>)[];
  const write = (opinion: string) => act(() => draft.change({ opinion }));
  /** Long enough for what is saved by itself. */
  const rest = (ms = 1_000) => act(() => jest.advanceTimersByTimeAsync(ms));

  beforeEach(() => {
    jest.useFakeTimers();
    for (const name of vault.names('')) vault.remove(name);
    sent = [];
    answers = [];
    jest.spyOn(api, 'saveOpinion').mockImplementation(({ body }) => {
      sent.push(body.opinion);
      return (answers.shift() ?? (() => Promise.resolve(SAVED)))() as never;
    });
    page = render(<Desk />);
  });
  afterEach(async () => {
    page.unmount();
    await rest();
    jest.restoreAllMocks();
    jest.useRealTimers();
  });

  it.each([502, 503])('is saved by itself after the service was away for a while (%i)', async (status) => {
    answers = [() => Promise.reject(problem(status))];
    write('符合条件');
    await rest();
    expect(draft.saving.kind).toBe('failed');
    await rest(10_000);
    expect(sent).toEqual(['符合条件', '符合条件']);
    expect(draft.saving.kind).toBe('saved');
  });

  it('is saved by Ctrl+S, and before a decision, though it was refused once', async () => {
    answers = [() => Promise.reject(problem(429))];
    write('符合条件');
    await rest(10_000);
    expect(sent).toEqual(['符合条件']);
    await act(() => draft.flush());
    expect(draft.saving.kind).toBe('saved');
  });

  it('keeps the last words on this machine when those before them were saved and they were not', async () => {
    const first = Promise.withResolvers<typeof SAVED>();
    const refused = () => Promise.reject(problem(409));
    answers = [() => first.promise, refused, refused];
    write('符合');
    await rest();
    write('符合条件');
    await rest();
    first.resolve(SAVED);
    await rest();
    expect(draft.saving.kind).toBe('failed');
    page.unmount();
    await rest();
    page = render(<Desk />);
    expect(draft.opinion).toBe('符合条件');
  });
});
