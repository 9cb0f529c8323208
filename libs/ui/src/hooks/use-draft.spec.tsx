/** @jest-environment jsdom */
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { act, useLayoutEffect } from 'react';
import { render } from '../../test/render.js';
import { vault } from '../vault/vault.js';
import { useDraft, type Draft } from './use-draft.js';

let seen: Draft<{ name: string }>;
const see = (draft: Draft<{ name: string }>) => {
  seen = draft;
};

function Form({ value }: { value: { name: string } | null }) {
  const draft = useDraft('case:1', value);
  useLayoutEffect(() => see(draft));
  return null;
}

beforeEach(() => {
  jest.useFakeTimers();
  for (const name of vault.names('')) vault.remove(name);
});
afterEach(() => {
  jest.useRealTimers();
});

describe('useDraft', () => {
  it('keeps what was typed over a reload', () => {
    const first = render(<Form value={null} />);
    expect(seen.restored).toBeNull();
    first.update(<Form value={{ name: '悦泉' }} />);
    act(() => void jest.advanceTimersByTime(300));
    expect(seen.savedAt).not.toBeNull();
    first.unmount();
    const second = render(<Form value={null} />);
    expect(seen.restored).toEqual({ name: '悦泉' });
    second.unmount();
  });

  it('writes what is on its way when the page is left', () => {
    const page = render(<Form value={null} />);
    page.update(<Form value={{ name: '悦' }} />);
    act(() => void window.dispatchEvent(new Event('pagehide')));
    expect(vault.get('draft:case:1')).toMatchObject({ value: { name: '悦' } });
    page.unmount();
  });

  it('forgets when the server has taken it', () => {
    const page = render(<Form value={null} />);
    page.update(<Form value={{ name: '悦泉' }} />);
    act(() => void jest.advanceTimersByTime(300));
    act(() => seen.clear());
    page.unmount();
    expect(vault.get('draft:case:1')).toBeUndefined();
  });

  it('leaves nothing that can be read outside the vault', () => {
    const page = render(<Form value={null} />);
    page.update(<Form value={{ name: '悦泉' }} />);
    act(() => void jest.advanceTimersByTime(300));
    page.unmount();
    expect(window.sessionStorage).toHaveLength(0);
    expect(window.localStorage).toHaveLength(0);
  });
});
