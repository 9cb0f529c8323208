import { useEffect, useState } from 'react';
import './masked.css';

export interface MaskedProps {
  /** The masked value as the server sent it: `440***********0025`. */
  value: string;
  /** What it is, for the button's name: 证件号, 手机号. */
  label: string;
  /** Fetches the open value and leaves a record (R10.2). Left out where the person has no right: then there is no button. */
  onReveal?: () => Promise<string>;
  /** How long the open value stays, in seconds. */
  seconds?: number;
}

/** R10.2: a masked number with 查看, which a company's open code has no need of; the open value shows for 30 s with a countdown, then hides by itself. */
export function Masked({ value, label, onReveal, seconds = 30 }: MaskedProps) {
  const [opened, setOpen] = useState<{ of: string; value: string; left: number } | null>(null);
  // Another person's number begins hidden.
  const open = opened?.of === value ? opened : null;
  const [state, setState] = useState<'idle' | 'asking' | 'failed'>('idle');

  useEffect(() => {
    if (!open) return;
    const timer = setTimeout(() => setOpen(open.left > 1 ? { ...open, left: open.left - 1 } : null), 1000);
    return () => clearTimeout(timer);
  }, [open]);

  async function reveal() {
    if (!onReveal) return;
    setState('asking');
    try {
      setOpen({ of: value, value: await onReveal(), left: seconds });
      setState('idle');
    } catch {
      setState('failed');
    }
  }

  if (open) {
    return (
      <span className="ow-masked">
        <span className="ow-masked-value">{open.value}</span>
        <span className="ow-masked-note">{open.left} 秒后隐藏，已留记录</span>
        <button type="button" className="ow-link ow-small" onClick={() => setOpen(null)} aria-label={`隐藏${label}`}>
          隐藏
        </button>
      </span>
    );
  }
  return (
    <span className="ow-masked">
      <span className="ow-masked-value">{value}</span>
      {onReveal && value.includes('*') ? (
        <button
          type="button"
          className="ow-link ow-small"
          onClick={() => void reveal()}
          disabled={state === 'asking'}
          aria-label={`查看${label}`}
        >
          {state === 'failed' ? '没有取到，重取' : '查看'}
        </button>
      ) : null}
    </span>
  );
}
