import { act, useLayoutEffect, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

/** A hook in a component of its own, for the tests of this application. */
export interface RenderedHook<T> {
  /** What the hook gave last. */
  now: () => T;
  /** Renders it once more, with what it is given by now. */
  again: () => void;
  unmount: () => void;
}

/** Renders a hook on an empty page, within what it needs around it. */
export function renderHook<T>(use: () => T, around: (page: ReactNode) => ReactNode = (page) => page): RenderedHook<T> {
  let seen: T | undefined;
  const see = (value: T) => {
    seen = value;
  };
  function Host() {
    const value = use();
    useLayoutEffect(() => see(value));
    return null;
  }
  const root = createRoot(document.createElement('div'));
  const again = () => act(() => root.render(around(<Host />)));
  again();
  return { now: () => seen as T, again, unmount: () => act(() => root.unmount()) };
}

/** An answer that is given when the test wants it. */
export interface LateAnswer<T> {
  promise: Promise<T>;
  /** Gives it, and lets the screen take it in. */
  give: (value: T) => Promise<void>;
  refuse: (error: unknown) => Promise<void>;
}

/** A question whose answer is still on its way. */
export function lateAnswer<T>(): LateAnswer<T> {
  const { promise, resolve, reject } = Promise.withResolvers<T>();
  return {
    promise,
    give: (value) => act(async () => resolve(value)),
    refuse: (error) => act(async () => reject(error)),
  };
}
