import { OneWindowProvider } from '@onewindow/ui';
import { act, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

/** A component on a page of its own, with the provider of the application around it. */
export interface Rendered {
  container: HTMLElement;
  /** Renders the next version in its place. */
  update: (next: ReactNode) => void;
  unmount: () => void;
}

export function render(node: ReactNode): Rendered {
  const container = document.body.appendChild(document.createElement('div'));
  const root = createRoot(container);
  const update = (next: ReactNode) => act(() => root.render(<OneWindowProvider>{next}</OneWindowProvider>));
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

/** Presses a key where the focus is. */
export function press(key: string, modifiers: Pick<KeyboardEventInit, 'ctrlKey' | 'altKey'> = {}): void {
  const target = document.activeElement ?? document.body;
  act(() => void target.dispatchEvent(new KeyboardEvent('keydown', { key, code: key, ...modifiers, bubbles: true, cancelable: true })));
}

/** Types a whole value into an input as React sees it. */
export function typeInto(input: HTMLInputElement, value: string): void {
  act(() => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, value);
    input.dispatchEvent(new Event('input', { bubbles: true }));
  });
}
