import type { MaterialFault } from '@onewindow/domain';
import { useKeptWords } from '@onewindow/ui';
import { useCallback } from 'react';

/**
 * What is wrong with a paper while it is being written. It outlasts the editor, another row that is opened, and a reload; whoever
 * learns that it was recorded forgets it.
 * @param about `aboutFault` of the case and the material
 * @param initial what stands there when nothing was kept
 */
export function useKeptFault(about: string, initial: MaterialFault) {
  const [kept, keep] = useKeptWords(about);
  const change = useCallback((fault: MaterialFault) => keep(JSON.stringify(fault)), [keep]);
  return { fault: kept === '' ? initial : (JSON.parse(kept) as MaterialFault), change };
}
