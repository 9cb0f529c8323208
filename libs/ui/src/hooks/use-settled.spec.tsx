/** @jest-environment jsdom */
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { act } from 'react';
import { render } from '../../test/render.js';
import { Button } from '../actions/button.js';
import { SETTLE_MS, useSettled } from './use-settled.js';

const done: string[] = [];

function Step({ name }: { name: string }) {
  const settled = useSettled(name);
  return <Button label={name} keys="Ctrl+Enter" busy={!settled} onClick={() => done.push(name)} />;
}

const press = () =>
  act(() => void document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', code: 'Enter', ctrlKey: true, bubbles: true })));
const pass = (ms: number) => act(() => void jest.advanceTimersByTime(ms));

beforeEach(() => {
  jest.useFakeTimers();
  done.length = 0;
});
afterEach(() => {
  jest.useRealTimers();
});

describe('useSettled', () => {
  it('lets the second of two quick presses do nothing to what came up by itself', () => {
    const page = render(<Step name="受理" />);
    press();
    page.update(<Step name="当场办结" />);
    press();
    pass(SETTLE_MS - 1);
    press();
    expect(done).toEqual(['受理']);
    pass(1);
    press();
    expect(done).toEqual(['受理', '当场办结']);
    page.unmount();
  });

  it('begins anew with each change, also back to what stood before', () => {
    const page = render(<Step name="受理" />);
    page.update(<Step name="当场办结" />);
    pass(SETTLE_MS / 2);
    page.update(<Step name="受理" />);
    press();
    pass(SETTLE_MS / 2);
    press();
    expect(done).toEqual([]);
    pass(SETTLE_MS / 2);
    press();
    expect(done).toEqual(['受理']);
    page.unmount();
  });
});
