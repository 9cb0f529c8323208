import { Mark } from '@onewindow/ui';
import { Input } from 'antd';
import { useState, type FormEvent, type ReactNode } from 'react';
import './reason-note.css';

export interface ReasonNoteProps {
  /** Names the note for those who hear it. */
  label: string;
  /** What stands out. */
  words: ReactNode;
  /** On record; null until one is written. */
  reason: string | null;
  editable: boolean;
  /** Of the field, as it is read out. */
  inputLabel: string;
  inputId?: string;
  maxLength: number;
  onReason: (reason: string) => void;
  /** The reason is written: on to what is next. */
  onDone?: () => void;
  /** What is chosen together with the reason, before it. */
  children?: ReactNode;
  /** Something must be chosen first; Enter waits for it. */
  waits?: boolean;
}

/** Something out of the ordinary: told in yellow, and let through with a reason that goes on record. */
export function ReasonNote(props: ReasonNoteProps) {
  const { label, words, reason, editable, inputLabel, inputId, maxLength, onReason, onDone, children, waits = false } = props;
  const [typed, setTyped] = useState<string | null>(null);
  const isOpen = editable && (reason === null || typed !== null);

  function keep(event: FormEvent) {
    event.preventDefault();
    const text = (typed ?? '').trim();
    if (text === '' || waits) return;
    onReason(text);
    setTyped(null);
    onDone?.();
  }
  return (
    <div className="fo-reason-note" role="note" aria-label={label}>
      <p className="fo-reason-note-words">
        <Mark tone="yellow" />
        <span>{words}</span>
      </p>
      {isOpen ? (
        <form onSubmit={keep}>
          {children}
          <Input
            {...(inputId === undefined ? {} : { id: inputId })}
            size="small"
            maxLength={maxLength}
            aria-label={inputLabel}
            placeholder="理由，回车记下"
            value={typed ?? ''}
            autoComplete="off"
            onChange={(event) => setTyped(event.target.value)}
          />
          {/* With a choice beside it, Enter needs a button to press. */}
          <button type="submit" className="ow-visually-hidden" tabIndex={-1}>
            记下理由
          </button>
        </form>
      ) : null}
      {reason !== null && !isOpen ? (
        <p className="ow-small">
          <span className="ow-secondary">理由：</span>
          {reason}{' '}
          {editable ? (
            <button type="button" className="ow-link" onClick={() => setTyped(reason)}>
              改
            </button>
          ) : null}
        </p>
      ) : null}
    </div>
  );
}
