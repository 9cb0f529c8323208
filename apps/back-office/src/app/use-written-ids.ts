import { useCallback, useState } from 'react';

/** Which of several things something is being written about, by their ids, and what notes it of one. */
export function useWrittenIds(): readonly [readonly string[], (id: string, isWriting: boolean) => void] {
  const [written, setWritten] = useState<readonly string[]>([]);
  const note = useCallback((id: string, isWriting: boolean) => {
    setWritten((before) => {
      if (before.includes(id) === isWriting) return before;
      return isWriting ? [...before, id] : before.filter((one) => one !== id);
    });
  }, []);
  return [written, note];
}
