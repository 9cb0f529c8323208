/** @jest-environment jsdom */
import { describe, expect, it, jest } from '@jest/globals';
import { type ReactNode, useLayoutEffect } from 'react';
import { render } from '../../test/render.js';
import { Button } from '../actions/button.js';

/** Somebody who could not be faster: presses in the moment in which the screen stands, before anything else runs. */
function PressAtOnce({ children }: { children: ReactNode }) {
  useLayoutEffect(() => {
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'F9', code: 'F9', bubbles: true, cancelable: true }));
  }, []);
  return children;
}

describe('useKeys', () => {
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
