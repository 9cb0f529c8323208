import type { CaseDetail } from '@onewindow/contracts';
import { formatCaseNo } from '@onewindow/ui';
import { Link } from 'react-router';
import { ReasonNote } from '../../app/reason-note.js';
import { DUPLICATE_REASON_ID } from './applicant-fields.js';

export interface DuplicateNoticeProps {
  duplicate: NonNullable<CaseDetail['duplicate']>;
  editable: boolean;
  onReason: (reason: string) => void;
  /** The reason is written: on to what is next. */
  onDone: () => void;
}

/** An open case of the same item: warned of, and let through with a reason that goes on record. */
export function DuplicateNotice({ duplicate: { caseNo, reason }, editable, onReason, onDone }: DuplicateNoticeProps) {
  return (
    <ReasonNote
      label="同事项在办"
      words={
        <>
          同事项在办：
          <Link to={`/cases?no=${caseNo}`}>{formatCaseNo(caseNo)}</Link>
          {reason === null ? '，再办一件要写明理由' : ''}
        </>
      }
      reason={reason}
      editable={editable}
      inputLabel="再办一件的理由"
      inputId={DUPLICATE_REASON_ID}
      maxLength={300}
      onReason={onReason}
      onDone={onDone}
    />
  );
}
