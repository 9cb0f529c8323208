import { useKeys } from '@onewindow/ui';
import { useState } from 'react';

/** What would throw the pages away, and how the message says it. */
const LEAVING = { Escape: '再按 Esc 丢掉', F2: '再按 F2 丢掉，叫下一位', F3: '再按 F3 丢掉，换下一件' } as const;
type Leaving = keyof typeof LEAVING;

/**
 * Pages that were taken and not collected lie in their pane alone: the keys that would leave it ask first and act when they are pressed again;
 * Ctrl+Enter collects them, and does what it does on the page only where there are none.
 * @param count of the pages that lie there
 */
export function useUncollected(count: number, { collect, close }: { collect: () => void; close: () => void }) {
  const [asked, setAsked] = useState<Leaving | null>(null);
  const leaving = count > 0 ? asked : null;
  /** False when there is nothing to be asked any more: the key goes on to the page beneath. */
  const ask = (by: Leaving): boolean => {
    if (count === 0 || leaving === by) return false;
    setAsked(by);
    return true;
  };
  useKeys(
    {
      'Ctrl+Enter': { label: '收进材料', run: () => (count === 0 ? false : collect()), hidden: true },
      F2: { label: '叫号', run: () => ask('F2'), hidden: true },
      F3: { label: '下一件', run: () => ask('F3'), hidden: true },
    },
    { title: '拍摄', scope: 'panel' },
  );
  return {
    isLeaving: leaving === 'Escape',
    question: leaving === null ? null : `拍的 ${count} 页还没有收进材料。按 Enter 收进，${LEAVING[leaving]}。`,
    leave: () => {
      if (!ask('Escape')) close();
    },
    stay: () => setAsked(null),
  };
}
