import type { CaseDetail } from '@onewindow/contracts';
import { formatCaseNo, Mark } from '@onewindow/ui';
import { Input } from 'antd';
import { useState, type FormEvent } from 'react';
import { Link } from 'react-router';
import { DUPLICATE_REASON_ID } from './applicant-fields.js';

export interface DuplicateNoticeProps {
  duplicate: NonNullable<CaseDetail['duplicate']>;
  editable: boolean;
  onReason: (reason: string) => void;
  /** The reason is written: on to what is next. */
  onDone: () => void;
}

/** An open case of the same item: warned of, and let through with a reason that goes on record. */
export function DuplicateNotice({ duplicate, editable, onReason, onDone }: DuplicateNoticeProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const { reason } = duplicate;
  const isOpen = editable && (reason === null || typed !== null);

  function keep(event: FormEvent) {
    event.preventDefault();
    const text = (typed ?? '').trim();
    if (text === '') return;
    onReason(text);
    setTyped(null);
    onDone();
  }
  return (
    <div className="fo-duplicate" role="note" aria-label="同事项在办">
      <p className="fo-check fo-check-yellow">
        <Mark tone="yellow" />
        <span>
          同事项在办：
          <Link to={`/cases?no=${duplicate.caseNo}`}>{formatCaseNo(duplicate.caseNo)}</Link>
          {reason === null ? '，再办一件要写明理由' : ''}
        </span>
      </p>
      {isOpen ? (
        <form className="fo-duplicate-form" onSubmit={keep}>
          <Input
            id={DUPLICATE_REASON_ID}
            size="small"
            maxLength={300}
            aria-label="再办一件的理由"
            placeholder="理由，回车记下"
            value={typed ?? ''}
            autoComplete="off"
            onChange={(event) => setTyped(event.target.value)}
          />
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
