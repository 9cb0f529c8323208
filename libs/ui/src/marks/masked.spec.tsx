/** @jest-environment jsdom */
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { act } from 'react';
import { render } from '../../test/render.js';
import { Masked } from './masked.js';

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

const reveal = async (container: HTMLElement) => {
  await act(async () => container.querySelector('button')?.click());
};
const seconds = (count: number) => {
  for (let i = 0; i < count; i += 1) act(() => void jest.advanceTimersByTime(1000));
};

describe('Masked (R10.2)', () => {
  const masked = '440***********0025';

  it('offers nothing without the right', () => {
    const page = render(<Masked value={masked} label="证件号" />);
    expect(page.container.querySelector('button')).toBeNull();
    page.unmount();
  });

  it('offers nothing for a number that is open anyway', () => {
    const page = render(<Masked value="914401990582159178" label="统一社会信用代码" onReveal={() => Promise.resolve('')} />);
    expect(page.container.querySelector('button')).toBeNull();
    page.unmount();
  });

  it('shows for 30 s with a countdown, then hides', async () => {
    const page = render(<Masked value={masked} label="证件号" onReveal={() => Promise.resolve('440199198603140025')} />);
    await reveal(page.container);
    expect(page.container.textContent).toContain('440199198603140025');
    seconds(2);
    expect(page.container.textContent).toContain('28 秒后隐藏，已留记录');
    seconds(28);
    expect(page.container.textContent).not.toContain('440199198603140025');
    page.unmount();
  });

  it('hides at once when another person stands in its place', async () => {
    const onReveal = () => Promise.resolve('440199198603140025');
    const page = render(<Masked value={masked} label="证件号" onReveal={onReveal} />);
    await reveal(page.container);
    page.update(<Masked value="110***********002X" label="证件号" onReveal={onReveal} />);
    expect(page.container.textContent).not.toContain('440199198603140025');
    page.unmount();
  });

  it('says that it was not fetched and offers it again', async () => {
    const page = render(<Masked value={masked} label="证件号" onReveal={() => Promise.reject(new Error('403'))} />);
    await reveal(page.container);
    expect(page.container.textContent).toContain('没有取到，重取');
    page.unmount();
  });
});
