import { MessageBar } from '@onewindow/ui';
import { type ReactNode, useEffect, useRef } from 'react';

/** What a form is given by the place that shows it, so that what is being written outlasts the thing it is about. */
export interface Unsent {
  onWriting: (isWriting: boolean) => void;
  /** In place of what the server would refuse: who was first. Null as long as nobody was. */
  told: ReactNode;
}

/** Tells the place that shows a form whether something is being written in it. */
export function useWriting({ onWriting }: Pick<Unsent, 'onWriting'>, isWriting: boolean): void {
  useEffect(() => onWriting(isWriting), [onWriting, isWriting]);
}

/** R5.4: who was first, in one sentence without its full stop, and that what was written stays until it has been seen. */
export function UnsentWords({ children, onSeen }: { children: ReactNode; onSeen: () => void }) {
  const bar = useRef<HTMLDivElement>(null);
  // Whoever is writing looks at the field; in a long panel the bar below it may be out of sight.
  useEffect(() => {
    bar.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <div ref={bar}>
      <MessageBar kind="conflict" onAction={onSeen}>
        {children}。您写的没有送出，还留在上面，要用的先复制。
      </MessageBar>
    </div>
  );
}
