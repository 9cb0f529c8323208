/** @jest-environment jsdom */
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { act } from 'react';
import { render } from '../../test/render.js';
import { ActionButton } from './action-button.js';

const pressKey = (key: string) =>
  act(() => void document.body.dispatchEvent(new KeyboardEvent('keydown', { key, code: key, bubbles: true, cancelable: true })));

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

describe('ActionButton', () => {
  it('acts by click and by its key', () => {
    const onAct = jest.fn();
    const page = render(<ActionButton action={{ action: 'decline', allowed: true }} label="不予受理" keys="F9" onAct={onAct} />);
    act(() => page.container.querySelector('button')?.click());
    pressKey('F9');
    expect(onAct).toHaveBeenCalledTimes(2);
    page.unmount();
    pressKey('F9');
    expect(onAct).toHaveBeenCalledTimes(2);
  });

  it('stays in its place with the reason in sight, and its key says the reason', () => {
    const onAct = jest.fn();
    const page = render(
      <ActionButton action={{ action: 'accept', allowed: false, reason: '差 3 项' }} label="受理" keys="F8" onAct={onAct} />,
    );
    const button = page.container.querySelector('button');
    expect(button?.disabled).toBe(true);
    expect(page.container.textContent).toContain('差 3 项');
    expect(document.getElementById(button?.getAttribute('aria-describedby') ?? '')?.textContent).toBe('差 3 项');
    pressKey('F8');
    expect(onAct).not.toHaveBeenCalled();
    expect(document.getElementById('ow-announcer')?.textContent).toContain('受理：差 3 项');
    page.unmount();
  });

  it('carries the reason in its label where there is room for no more', () => {
    const page = render(
      <ActionButton
        action={{ action: 'defer', allowed: false, reason: '主件不可' }}
        label="容缺"
        reasonAt="label"
        onAct={() => undefined}
      />,
    );
    expect(page.container.querySelector('button')?.textContent).toBe('容缺：主件不可');
    page.unmount();
  });

  it('takes no second press while the answer is awaited', () => {
    const onAct = jest.fn();
    const page = render(<ActionButton action={{ action: 'accept', allowed: true }} label="受理" keys="F8" busy onAct={onAct} />);
    act(() => page.container.querySelector('button')?.click());
    pressKey('F8');
    expect(onAct).not.toHaveBeenCalled();
    page.unmount();
  });

  it('tells the mouse its own reason where the screen prints but one for several buttons', () => {
    const action = { action: 'decline', allowed: false, reason: '先录申请人' };
    const elsewhere = render(<ActionButton action={action} label="不予受理" reasonAt="elsewhere" onAct={jest.fn()} />);
    expect(elsewhere.container.querySelector('[title]')?.getAttribute('title')).toBe('先录申请人');
    elsewhere.unmount();
    // Printed beside it, it is not said twice.
    const beside = render(<ActionButton action={action} label="不予受理" onAct={jest.fn()} />);
    expect(beside.container.querySelector('[title]')).toBeNull();
    beside.unmount();
  });
});
