/** @jest-environment jsdom */
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { SETTLE_MS } from '@onewindow/ui';
import { act } from 'react';
import { press, render } from '../../../test/render.js';
import { mainStep, type MainStep } from './decision-actions.js';
import { MainButton } from './main-button.js';

const done: string[] = [];

const at = (main: MainStep) => (
  <MainButton
    main={main}
    action={main.action}
    label={main.label}
    hindrance={undefined}
    busy={false}
    printOnly={false}
    onAct={() => done.push(main.step)}
  />
);

const pressMain = () => press('Enter', { ctrlKey: true });
const offers = (action: string) => [{ action, allowed: true }];

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

describe('the main action of the counter', () => {
  it('accepts an instant item and does not decide it with the second of two quick presses, nor call the next after that', () => {
    const bar = render(at(mainStep({ status: 'draft', kind: 'instant', actions: offers('accept') })));
    pressMain();
    bar.update(at(mainStep({ status: 'accepted', kind: 'instant', actions: offers('decide') })));
    pressMain();
    expect(done).toEqual(['accept']);
    act(() => void jest.advanceTimersByTime(SETTLE_MS));
    pressMain();
    expect(done).toEqual(['accept', 'grant']);
    bar.update(at(mainStep({ status: 'concluded', kind: 'instant', actions: [] })));
    pressMain();
    expect(done).toEqual(['accept', 'grant']);
    bar.unmount();
  });
});
