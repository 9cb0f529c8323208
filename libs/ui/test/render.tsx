import { act, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { KeyProvider } from '../src/keys/key-provider.js';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

/** A component on a page of its own, for the tests of this library. */
export interface Rendered {
  container: HTMLElement;
  /** Renders the next version in its place. */
  update: (next: ReactNode) => void;
  unmount: () => void;
}

/** Renders with the key registry around it. */
export function render(node: ReactNode): Rendered {
  const container = document.createElement('div');
  document.body.append(container);
  const root = createRoot(container);
  const update = (next: ReactNode) => act(() => root.render(<KeyProvider onLargeType={() => undefined}>{next}</KeyProvider>));
  update(node);
  return {
    container,
    update,
    unmount: () => {
      act(() => root.unmount());
      container.remove();
    },
  };
}

/** Types a whole value into an input as React sees it. */
export function typeInto(input: HTMLInputElement, value: string): void {
  act(() => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, value);
    input.dispatchEvent(new Event('input', { bubbles: true }));
  });
}
