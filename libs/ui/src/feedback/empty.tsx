import type { ReactNode } from 'react';
import { Button } from '../actions/button.js';
import { Mark } from '../marks/mark.js';
import './empty.css';

export interface EmptyProps {
  /** What there isn't: 没有超期的办件。 */
  children: ReactNode;
  /** Where to look instead: 看临期 5 件. */
  link?: { label: string; onOpen: () => void };
}

/** An empty list says so in a sentence and leads on. */
export function Empty({ children, link }: EmptyProps) {
  return (
    <div className="ow-empty" role="status">
      {children}
      {link ? (
        <button type="button" className="ow-link" onClick={link.onOpen}>
          {link.label}
        </button>
      ) : null}
    </div>
  );
}

export interface ErrorStateProps {
  /** What was not fetched and when: 没有取到列表，10:42。 */
  children: ReactNode;
  onRetry: () => void;
  retryLabel?: string;
}

/** A list or pane that could not be fetched, with 重取. */
export function ErrorState({ children, onRetry, retryLabel = '重取' }: ErrorStateProps) {
  return (
    <div className="ow-error-state" role="alert">
      <Mark tone="red" />
      <span>{children}</span>
      <Button size="small" label={retryLabel} onClick={onRetry} />
    </div>
  );
}
