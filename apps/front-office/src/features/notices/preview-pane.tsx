import type { CaseDetail } from '@onewindow/contracts';
import { Button, SegmentedButtons, useKeys } from '@onewindow/ui';
import { useState } from 'react';
import { Sheet } from './sheet.js';
import { usePreview } from './use-preview.js';
import './notices.css';

const KINDS = ['acceptance', 'supplement', 'receipt'] as const;
type Kind = (typeof KINDS)[number];

const LABELS = { acceptance: '受理通知书', supplement: '补正告知书', receipt: '收件凭证' } as const satisfies Record<Kind, string>;

export interface PreviewPaneProps {
  detail: CaseDetail;
  /** The words of the supplement as they stand now. */
  noticeText: string;
  onClose: () => void;
}

/** The paper before it is issued: what would be printed now, without a number and with 预览 across it. */
export function PreviewPane({ detail, noticeText, onClose }: PreviewPaneProps) {
  const [chosen, setChosen] = useState<Kind | null>(null);
  const ahead = KINDS.filter((one) => detail.previews.includes(one));
  const suited: Kind = detail.hindrances.some((one) => one.kind === 'material') ? 'supplement' : 'acceptance';
  const kind: Kind = chosen ?? (ahead.includes(suited) ? suited : (ahead[0] ?? suited));
  // The version is part of the question: what was saved meanwhile draws the sheet anew.
  const [text, version] = [kind === 'supplement' ? noticeText : '', detail.version];
  const preview = usePreview({ kind: 'notice', caseId: detail.id, body: { kind, ...(text === '' ? {} : { text }) } }, version);
  useKeys({ Escape: { label: '收起预览', run: onClose } }, { title: '预览', scope: 'panel' });
  const kinds = ahead.map((value) => ({ value, label: LABELS[value] }));
  return (
    <section className="ow-pane ow-pane-fill" aria-label="预览文书">
      <div className="ow-pane-head fo-document-head">
        <h2>预览</h2>
        <SegmentedButtons label="预览哪一份" options={kinds} value={kind} onChange={setChosen} />
        <span className="ow-pane-head-words">{preview.waiting ? '正在重排' : '出文书时编号'}</span>
        <span className="ow-pane-head-right">
          <Button size="small" label="收起" keys="Escape" printOnly onClick={onClose} />
        </span>
      </div>
      <Sheet name={LABELS[kind]} url={preview.url} problem={preview.problem} />
    </section>
  );
}
