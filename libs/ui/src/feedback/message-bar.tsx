import type { ReactNode } from 'react';
import { Button } from '../actions/button.js';
import { Mark, type MarkShape, type Tone } from '../marks/mark.js';
import './message-bar.css';

/** `conflict` somebody was first, `error` it did not happen, `done` it happened, `offline` no network. */
export type MessageKind = 'conflict' | 'error' | 'done' | 'offline';

const LOOKS = {
  conflict: { tone: 'yellow', action: '刷新' },
  error: { tone: 'red', action: '重试' },
  done: { tone: 'green', action: '' },
  offline: { tone: 'neutral', shape: 'ring', action: '' },
} as const satisfies Record<MessageKind, { tone: Tone; shape?: MarkShape; action: string }>;

export interface MessageBarProps {
  kind: MessageKind;
  /** What happened, then what to do: 谢文彬 10:41 已签收本件。 */
  children: ReactNode;
  /** 刷新 of a conflict, 重试 of an error. */
  onAction?: () => void;
  actionLabel?: string;
  /** Key of the action, printed and bound by the button. */
  actionKeys?: string;
  /** A link at the right, as 看办件 after a success. */
  link?: { label: string; href?: string; onOpen?: () => void };
  /** Puts the message away. */
  onClose?: () => void;
}

/** A message that stands in the page, where the work is, until it is acted on. Never a toast. */
export function MessageBar({ kind, children, onAction, actionLabel, actionKeys, link, onClose }: MessageBarProps) {
  const look = LOOKS[kind];
  const isUrgent = kind === 'error' || kind === 'conflict';
  return (
    <div className={`ow-message ow-message-${look.tone}`} role={isUrgent ? 'alert' : 'status'}>
      <Mark tone={look.tone} {...('shape' in look ? { shape: look.shape } : {})} />
      <span className="ow-message-words">{children}</span>
      {link ? (
        <a
          className="ow-message-link"
          href={link.href ?? '#'}
          onClick={(event) => {
            if (!link.onOpen) return;
            event.preventDefault();
            link.onOpen();
          }}
        >
          {link.label}
        </a>
      ) : null}
      {onAction ? (
        <Button size="small" label={actionLabel ?? look.action} onClick={onAction} {...(actionKeys ? { keys: actionKeys } : {})} />
      ) : null}
      {onClose ? (
        <button type="button" className="ow-message-close" aria-label="收起这条消息" onClick={onClose}>
          ×
        </button>
      ) : null}
    </div>
  );
}
