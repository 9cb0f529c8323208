/** @jest-environment jsdom */
import { describe, expect, it, jest } from '@jest/globals';
import { act, type ReactNode, useLayoutEffect, useState } from 'react';
import { render } from '../../test/render.js';
import { Button } from '../actions/button.js';

/** Somebody who could not be faster: presses in the moment in which the screen stands, before anything else runs. */
function PressAtOnce({ children }: { children: ReactNode }) {
  useLayoutEffect(() => {
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'F9', code: 'F9', bubbles: true, cancelable: true }));
  }, []);
  return children;
}

const done: string[] = [];

/** 准予 and 不予 under one main key: D opens the panel of the denial, which takes the main key for itself. */
function Decision() {
  const [denying, setDenying] = useState(false);
  if (denying) return <Button label="不予许可本件" keys="Ctrl+Enter" keyScope="panel" onClick={() => done.push('deny')} />;
  return (
    <>
      <Button label="准予" keys="Ctrl+Enter" onClick={() => done.push('grant')} />
      <Button label="不予" keys="D" onClick={() => setDenying(true)} />
    </>
  );
}

const down = (key: string, code: string, init: KeyboardEventInit = {}) =>
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key, code, bubbles: true, cancelable: true, ...init }));

describe('useKeys', () => {
  it('a key that follows a letter at once acts on what the letter opened', () => {
    const page = render(<Decision />);
    // A slow machine hands over both presses together, before the letter had its time.
    act(() => {
      down('d', 'KeyD');
      down('Enter', 'Enter', { ctrlKey: true });
    });
    expect(done).toEqual(['deny']);
    page.unmount();
  });

  it('hears a key as soon as its button can be seen', () => {
    const accept = jest.fn();
    const page = render(null);
    page.update(
      <PressAtOnce>
        <Button label="受理" keys="F9" onClick={accept} />
      </PressAtOnce>,
    );
    expect(accept).toHaveBeenCalledTimes(1);
  });
});
