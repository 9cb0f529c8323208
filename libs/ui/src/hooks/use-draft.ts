import { useCallback, useEffect, useRef, useState } from 'react';
import { vault } from '../vault/vault.js';

const PREFIX = 'draft:';
/** How long typing may go on before the draft is written. */
const WRITE_AFTER_MS = 300;

interface StoredDraft<T> {
  value: T;
  savedAt: string;
}

function read<T>(key: string): StoredDraft<T> | null {
  return (vault.get(PREFIX + key) ?? null) as StoredDraft<T> | null;
}

/** A draft kept on this machine. */
export interface Draft<T> {
  /** What a reload left behind, read once; null when nothing was kept. */
  restored: T | null;
  /** ISO instant of the last writing, for 草稿 10:42:08 已存; null before the first. */
  savedAt: string | null;
  /** Forgets the draft: the server has taken it. */
  clear: () => void;
}

/**
 * Keeps a form's value over a reload, sealed in the vault of this browser and gone with the session; put there 300 ms after the last
 * change and when the page is left.
 * @param key one per form and record, e.g. `case:<id>:form`
 * @param value the form's present value; null or undefined keeps nothing
 */
export function useDraft<T>(key: string, value: T | null | undefined): Draft<T> {
  const [stored] = useState(() => read<T>(key));
  const [savedAt, setSavedAt] = useState<string | null>(stored?.savedAt ?? null);
  const pending = useRef<T | null>(null);
  const first = useRef(value);

  const flush = useCallback(() => {
    if (pending.current === null) return;
    const savedAt = new Date().toISOString();
    vault.put(PREFIX + key, { value: pending.current, savedAt } satisfies StoredDraft<T>);
    setSavedAt(savedAt);
    pending.current = null;
  }, [key]);

  useEffect(() => {
    if (value === null || value === undefined || value === first.current) return;
    pending.current = value;
    const timer = setTimeout(flush, WRITE_AFTER_MS);
    return () => clearTimeout(timer);
  }, [value, flush]);

  useEffect(() => {
    window.addEventListener('pagehide', flush);
    return () => {
      window.removeEventListener('pagehide', flush);
      flush();
    };
  }, [flush]);

  const clear = useCallback(() => {
    pending.current = null;
    setSavedAt(null);
    vault.remove(PREFIX + key);
  }, [key]);

  return { restored: stored?.value ?? null, savedAt, clear };
}
