import { OneWindowProvider } from '@onewindow/ui';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

/** A component on a page of its own, with what the application has around it, and nothing read yet. */
export interface Rendered {
  container: HTMLElement;
  client: QueryClient;
  /** Renders the next version in its place. */
  update: (next: ReactNode) => void;
  unmount: () => void;
}

export function render(node: ReactNode): Rendered {
  const container = document.body.appendChild(document.createElement('div'));
  const root = createRoot(container);
  const client = new QueryClient({ defaultOptions: { queries: { retry: false, gcTime: Infinity }, mutations: { gcTime: Infinity } } });
  const update = (next: ReactNode) =>
    act(() =>
      root.render(
        <OneWindowProvider>
          <QueryClientProvider client={client}>{next}</QueryClientProvider>
        </OneWindowProvider>,
      ),
    );
  update(node);
  return {
    container,
    client,
    update,
    unmount: () => {
      act(() => root.unmount());
      client.clear();
      container.remove();
    },
  };
}

/** Presses a key where the focus is. */
export function press(key: string, modifiers: Pick<KeyboardEventInit, 'ctrlKey' | 'altKey'> = {}): void {
  const target = document.activeElement ?? document.body;
  act(() => void target.dispatchEvent(new KeyboardEvent('keydown', { key, code: key, ...modifiers, bubbles: true, cancelable: true })));
}

/** Presses the button whose label begins like this. */
export function click({ container }: Pick<Rendered, 'container'>, label: string): void {
  const button = [...container.querySelectorAll('button')].find(({ textContent }) => textContent.startsWith(label));
  if (!button) throw new Error(`No button ${label}`);
  act(() => button.click());
}
