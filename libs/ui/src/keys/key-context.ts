import { createContext, useContext } from 'react';
import type { KeyDispatcher } from './dispatcher.js';
import type { KeyMap } from './key-map.js';

/** What the key hooks share. */
export interface KeyContextValue {
  keys: KeyMap;
  dispatcher: KeyDispatcher;
  /** Opens or closes the panel of all keys. */
  toggleKeyPanel: () => void;
}

/** Filled by `KeyProvider`, read by the hooks and by the panel that the provider opens. */
export const KeyContext = createContext<KeyContextValue | null>(null);

/** The registry of the nearest `OneWindowProvider`. Throws outside of one. */
export function useKeyContext(): KeyContextValue {
  const value = useContext(KeyContext);
  if (!value) throw new Error('Key hooks need <OneWindowProvider> around them.');
  return value;
}
