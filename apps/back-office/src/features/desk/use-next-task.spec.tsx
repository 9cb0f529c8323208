/** @jest-environment jsdom */
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { act } from 'react';
import { click, render, type Rendered } from '../../../test/render.js';
import { api } from '../../app/api.js';
import { useNextTask } from './use-next-task.js';

type Answer = Awaited<ReturnType<typeof api.claimNext>>;
const opened: string[] = [];

function Desk({ openId }: { openId?: string }) {
  const next = useNextTask(openId, ({ id }) => opened.push(id));
  return (
    <button type="button" onClick={next.claim}>
      签收下一件
    </button>
  );
}

describe('the most urgent of the pool', () => {
  let page: Rendered;
  let answer: () => Promise<void>;

  beforeEach(() => {
    opened.length = 0;
    const { promise, resolve } = Promise.withResolvers<Answer>();
    jest.spyOn(api, 'claimNext').mockReturnValue(promise);
    answer = () => act(async () => resolve({ task: { id: 'next', caseId: 'case-next' } } as unknown as Answer));
    page = render(<Desk openId="A" />);
  });
  afterEach(() => {
    page.unmount();
    jest.restoreAllMocks();
  });

  const ask = async () => {
    click(page, '签收下一件');
    // The request goes out.
    await act(async () => undefined);
  };

  it('opens when it is claimed, also where the one that was open has been finished', async () => {
    await ask();
    page.update(<Desk />);
    await answer();
    expect(opened).toEqual(['next']);
  });

  it('takes nobody away from what they have opened meanwhile, nor back to the desk', async () => {
    await ask();
    page.update(<Desk openId="C" />);
    await answer();
    expect(opened).toEqual([]);
  });

  it('calls nobody back to the desk who has left it', async () => {
    await ask();
    page.update(null);
    await answer();
    expect(opened).toEqual([]);
  });
});
