import { useLayoutEffect, useRef } from 'react';
import { keyLayer, type KeyBindings, type KeyScope } from './key-map.js';
import { useKeyContext } from './key-context.js';

export interface UseKeysOptions {
  /** Heading in the key panel. */
  title: string;
  /** Whom the key reaches first; `page` by default. */
  scope?: KeyScope;
  /** False takes the keys away for now. */
  enabled?: boolean;
}

/**
 * Registers keys while the component is on the screen: `useKeys({ F2: { label: '叫号', run: call } }, { title: '受理台' })`.
 * Several combinations may share a meaning, separated by a space: `'J ArrowDown'`.
 * Letters act outside inputs only; Ctrl, Alt and F keys everywhere, with the browser's own use prevented.
 */
export function useKeys(bindings: KeyBindings, { title, scope = 'page', enabled = true }: UseKeysOptions): void {
  const { keys } = useKeyContext();
  const layer = keyLayer(title, bindings, scope);
  const latest = useRef(layer);
  const entry = useRef<ReturnType<typeof keys.add> | null>(null);

  // Before the screen is painted: a key that is seen is heard, also where a slow machine leaves time between the two.
  useLayoutEffect(() => {
    latest.current = layer;
    entry.current?.replace(layer);
  });

  useLayoutEffect(() => {
    if (!enabled) return;
    const added = keys.add(latest.current);
    entry.current = added;
    return () => {
      added.remove();
      entry.current = null;
    };
  }, [keys, enabled]);
}
