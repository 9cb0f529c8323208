/** @jest-environment jsdom */
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { TaskDetail } from '@onewindow/contracts';
import { SETTLE_MS } from '@onewindow/ui';
import { act } from 'react';
import { click, press, render } from '../../../test/render.js';
import { DecisionArea } from './decision-area.js';
import { forgetChoices } from './kept-choices.js';
import type { TaskIntention } from './task-commands.js';
import type { ReviewDraft } from './use-review-draft.js';

const yes = (action: string) => ({ action, allowed: true });

const HELD = {
  id: 'task-a',
  caseId: 'case-a',
  status: 'claimed',
  version: 1,
  points: [],
  actions: [yes('complete'), yes('refuse'), yes('release')],
  caseActions: [yes('decide')],
  workActions: [yes('sendUp')],
  case: { route: [], hall: { name: '临江大厅' } },
};
const held = (kind: TaskDetail['kind']) => ({ ...HELD, kind }) as unknown as TaskDetail;

const DRAFT = { points: [], opinion: '符合条件', version: 1 } as unknown as ReviewDraft;

describe('the decision on the open task', () => {
  let done: TaskIntention[];
  const area = (kind: TaskDetail['kind'], covered = false) => (
    <DecisionArea
      task={held(kind)}
      draft={DRAFT}
      command={{
        run: (intention) => void done.push(intention),
        busy: false,
        problem: null,
        retry: undefined,
        refresh: () => undefined,
        dismiss: () => undefined,
      }}
      hasNext={false}
      settled
      covered={covered}
      drafted={undefined}
      onWorked={() => undefined}
      taken={null}
      onPanel={() => undefined}
    />
  );
  const pressMain = () => press('Enter', { ctrlKey: true });
  const rest = () => act(() => void jest.advanceTimersByTime(SETTLE_MS));

  beforeEach(() => {
    done = [];
    jest.useFakeTimers();
  });
  afterEach(() => {
    forgetChoices('task-a');
    jest.useRealTimers();
  });

  it('is not made by the second of two quick presses whose first saved the phrases', () => {
    const page = render(area('decision', true));
    page.update(area('decision'));
    pressMain();
    expect(done).toEqual([]);
    rest();
    pressMain();
    expect(done).toEqual([{ verb: 'grant' }]);
    page.unmount();
  });

  it('is not made by a quick press after a panel that lay over it has gone', () => {
    const page = render(area('decision'));
    click(page, '拒签');
    expect(page.container.querySelector('textarea')).not.toBeNull();
    click(page, '返回');
    expect(page.container.querySelector('textarea')).toBeNull();
    pressMain();
    expect(done).toEqual([]);
    rest();
    pressMain();
    expect(done).toEqual([{ verb: 'grant' }]);
    page.unmount();
  });

  it('keeps the answer that was chosen while the story stands in its place, or another case', () => {
    const first = render(area('consultation'));
    click(first, '不同意');
    first.unmount();
    const again = render(area('consultation'));
    pressMain();
    expect(done).toEqual([{ verb: 'complete', outcome: 'object' }]);
    again.unmount();
    forgetChoices('task-a');
    const anew = render(area('consultation'));
    pressMain();
    expect(done.at(-1)).toEqual({ verb: 'complete', outcome: 'agree' });
    anew.unmount();
  });

  it('keeps 拟不予许可 with the panel that was left', () => {
    const page = render(area('review'));
    click(page, '报拟办');
    click(page, '拟不予许可');
    click(page, '返回');
    click(page, '报拟办');
    expect(page.container.querySelector('[role="radio"][aria-checked="true"]')?.textContent).toBe('拟不予许可');
    page.unmount();
  });
});
