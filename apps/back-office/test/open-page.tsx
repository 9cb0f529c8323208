import { notifyManager, type QueryClient } from '@tanstack/react-query';
import { act, type ReactNode } from 'react';
import { MemoryRouter } from 'react-router';
import { render } from './render.js';

// An answer is on the screen as soon as it is there: no test waits for a timer.
notifyManager.setScheduler(queueMicrotask);

/** A page with a cache of its own, for the tests of this application. */
export interface TestPage {
  place: HTMLElement;
  client: QueryClient;
  show: (content: ReactNode) => Promise<void>;
  /** The button that is called so; also the one of which only the beginning is known. */
  button: (name: string) => HTMLButtonElement | undefined;
  press: (name: string) => Promise<void>;
  /** As typed by hand, into the first field where none is named. */
  write: (words: string, field?: string) => Promise<void>;
  close: () => void;
}

/** Opens an empty page. */
export function openPage(): TestPage {
  const { container: place, client, update, unmount } = render(null);
  const button = (name: string) =>
    [...place.querySelectorAll('button')].find((one) => (one.getAttribute('aria-label') ?? one.textContent).startsWith(name));
  return {
    place,
    client,
    show: (content) => act(async () => update(<MemoryRouter>{content}</MemoryRouter>)),
    button,
    press: (name) => act(async () => button(name)?.click()),
    write: (words, name = 'input, textarea') =>
      act(async () => {
        const field = place.querySelector<HTMLInputElement | HTMLTextAreaElement>(name);
        if (!field) throw new Error('nothing to write into');
        Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value')?.set?.call(field, words);
        field.dispatchEvent(new Event('input', { bubbles: true }));
      }),
    close: unmount,
  };
}
