import { parseIdentityNumber, type IsoDate } from '@onewindow/domain';
import { Input } from 'antd';
import { useState, type FormEvent } from 'react';
import { CheckLine } from './check-line.js';

export interface PresenceByHandProps {
  today: IsoDate;
  /** Takes the number on the card that was shown; the case keeps that it was typed. */
  onNumber: (identityNumber: string) => void;
  onClose: () => void;
}

/** 人证核对 without a reader: the clerk looks at card and face, and types the card's number. */
export function PresenceByHand({ today, onNumber, onClose }: PresenceByHandProps) {
  const [typed, setTyped] = useState('');
  const number = typed.replace(/\s/g, '').toUpperCase();
  const read = parseIdentityNumber(number, today);
  const isWhole = number.length >= 18;
  function confirm(event: FormEvent) {
    event.preventDefault();
    if (!read.ok) return;
    onNumber(number);
    onClose();
  }
  return (
    <form className="fo-presence" aria-label="人证核对" onSubmit={confirm}>
      <p className="ow-small ow-secondary">没有读卡器时用。证件真伪、照片与本人，由窗口看着证件核对；系统只比号码，记为人工核对。</p>
      <Input
        size="small"
        autoFocus
        maxLength={24}
        aria-label="来人的身份证号"
        placeholder="来人的身份证号，回车核对"
        value={typed}
        autoComplete="off"
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.stopPropagation();
          onClose();
        }}
      />
      {isWhole && !read.ok ? <CheckLine check={{ state: 'bad', reason: read.reason }} /> : null}
    </form>
  );
}
