import { useKeys } from '@onewindow/ui';
import { type RefObject, useEffect, useEffectEvent, useState } from 'react';

/** What would throw the pages away, and how the message says it. */
const LEAVING = { Escape: '再按 Esc 丢掉', F2: '再按 F2 丢掉，叫下一位', F3: '再按 F3 丢掉，换下一件' } as const;
/** A key, or the thing beside the pages that was clicked. */
type Leaving = keyof typeof LEAVING | Element;
/** What leaves the pages when it is clicked, by the keys printed on it: other rows and views do not, the capture stays over them. */
const LEAVES = '[aria-keyshortcuts="F2"], [aria-keyshortcuts="F3"], [aria-keyshortcuts="Control+Enter"], .ow-top-bar-tab, .fo-offer-name';

/**
 * Pages that were taken and not collected lie in their pane alone: what would leave it, a key or a click beside it, asks first and acts the second
 * time; Ctrl+Enter collects them, and does what it does on the page only where there are none.
 * @param count of the pages that lie there
 * @param pane where a click leaves nothing
 */
export function useUncollected(
  count: number,
  pane: RefObject<HTMLElement | null>,
  { collect, close }: { collect: () => void; close: () => void },
) {
  const [asked, setAsked] = useState<Leaving | null>(null);
  const leaving = count > 0 ? asked : null;
  /** False when there is nothing to be asked any more: what was pressed goes on to the page beneath. */
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
  useClicksBeside(pane, ask);
  return {
    isLeaving: leaving === 'Escape',
    question: leaving === null ? null : `拍的 ${count} 页还没有收进材料。按 Enter 收进，${wayOut(leaving)}。`,
    leave: () => {
      if (!ask('Escape')) close();
    },
    stay: () => setAsked(null),
  };
}

function wayOut(leaving: Leaving): string {
  return typeof leaving === 'string' ? LEAVING[leaving] : '再点一次丢掉';
}

/** Holds a click beside the pane back when the answer is true. What lies over the page, as the sign-in does, leaves nothing. */
function useClicksBeside(pane: RefObject<HTMLElement | null>, holdBack: (thing: Element) => boolean): void {
  const onClick = useEffectEvent((event: MouseEvent) => {
    const thing = event.target instanceof Element ? event.target.closest(LEAVES) : null;
    if (thing === null || pane.current === null || pane.current.contains(thing) || pane.current.closest('[inert]') !== null) return;
    if (!holdBack(thing)) return;
    event.preventDefault();
    event.stopPropagation();
  });
  useEffect(() => {
    // Before anything on the page hears of it.
    document.addEventListener('click', onClick, true);
    return () => document.removeEventListener('click', onClick, true);
  }, []);
}
