import { useDelayed } from '@onewindow/ui';
import type { PdfQuestion } from './pdf-question.js';
import { Sheet } from './sheet.js';
import { usePreview } from './use-preview.js';
import './notices.css';

export interface NoticePreviewProps {
  caseId: string;
  /** Of the case: what was saved meanwhile draws the sheet anew. */
  version: number;
  name: string;
  body: Extract<PdfQuestion, { kind: 'notice' }>['body'];
}

/** A paper as it would be served, under its words while they are written. */
export function NoticePreview({ caseId, version, name, body }: NoticePreviewProps) {
  // The pane comes first, the sheet behind it: nothing stands in the way of typing.
  const isReady = useDelayed(true, 200);
  const preview = usePreview(isReady ? { kind: 'notice', caseId, body } : null, version);
  return (
    <div className="fo-notice-preview">
      <Sheet name={name} url={preview.url} problem={preview.problem} bindKeys={false} />
    </div>
  );
}
