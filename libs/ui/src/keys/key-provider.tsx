import { useCallback, useEffect, useLayoutEffect, useMemo, useState, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { KeyDispatcher } from './dispatcher.js';
import { watchFocus } from './focus-home.js';
import { KeyContext } from './key-context.js';
import { keyLayer, KeyMap } from './key-map.js';
import { KeyMapPanel } from './key-map-panel.js';

/** Puts the cursor into the filter of the screen: the first visible element marked `data-ow-filter`. */
export function focusFilter(): boolean {
  for (const element of document.querySelectorAll<HTMLElement>('[data-ow-filter]')) {
    if (element.offsetParent === null) continue;
    element.focus();
    if (element instanceof HTMLInputElement) element.select();
    return true;
  }
  return false;
}

export interface KeyProviderProps {
  children: ReactNode;
  /** Alt+0. */
  onLargeType: () => void;
}

/** Listens to the keyboard once for the whole page and knows the keys that every screen has: Alt+0, `/`, `?`. */
export function KeyProvider({ children, onLargeType }: KeyProviderProps) {
  const [keys] = useState(() => new KeyMap());
  const [dispatcher] = useState(
    () => new KeyDispatcher(keys, { set: (run, ms) => window.setTimeout(run, ms), clear: (id) => window.clearTimeout(id) }, flushSync),
  );
  const [panelOpen, setPanelOpen] = useState(false);
  const toggleKeyPanel = useCallback(() => setPanelOpen((open) => !open), []);

  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => dispatcher.handle(event);
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
  }, [dispatcher]);

  useEffect(watchFocus, []);

  useLayoutEffect(() => {
    const layer = keys.add(
      keyLayer(
        '各处',
        {
          'Alt+0': { label: '大字模式', run: onLargeType, overLock: true },
          '/': { label: '筛选', run: focusFilter },
          // Where one writes, ? is a letter: F1 opens the map from anywhere.
          '? F1': { label: '全部快捷键', run: toggleKeyPanel },
        },
        'app',
      ),
    );
    return layer.remove;
  }, [keys, onLargeType, toggleKeyPanel]);

  const value = useMemo(() => ({ keys, dispatcher, toggleKeyPanel }), [keys, dispatcher, toggleKeyPanel]);
  return (
    <KeyContext value={value}>
      {children}
      {panelOpen ? <KeyMapPanel onClose={toggleKeyPanel} /> : null}
    </KeyContext>
  );
}
