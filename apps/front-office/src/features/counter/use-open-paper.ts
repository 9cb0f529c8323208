import { useCallback, useState } from 'react';

interface OpenPaper {
  /** Code of the open material. */
  open: string | null;
  /** Code of the one whose fault is being written. */
  faulting: string | null;
  /** The file that came last for the open one; the viewer turns to it. */
  arrived: string | null;
}

/** Which paper the clerk is at. What comes from elsewhere, as a file that arrives late, leads to no other paper. */
export function useOpenPaper(first: string | null) {
  const [paper, setPaper] = useState<OpenPaper>({ open: first, faulting: null, arrived: null });
  const openAt = useCallback((code: string) => setPaper((now) => ({ ...now, open: code, faulting: null })), []);
  const setFaulting = useCallback((faulting: string | null) => setPaper((now) => ({ ...now, faulting })), []);
  const arrive = useCallback(
    (code: string, fileId: string) => setPaper((now) => (now.open === code ? { ...now, arrived: fileId } : now)),
    [],
  );
  return { ...paper, openAt, setFaulting, arrive };
}
