import type { ReadyRow } from '@onewindow/contracts';
import { Button, SlowProgress, useDocumentViewer, ViewerStage, type ViewerFile } from '@onewindow/ui';
import { useMemo } from 'react';
import { fileUrl } from '../../app/file-url.js';
import { printOrOpen } from '../../app/print-pdf.js';

export interface ResultPreviewProps {
  row: ReadyRow | null;
  /** More than one lies here. */
  hasNext: boolean;
  onNext: () => void;
}

const NO_FILES: ViewerFile[] = [];

/** The document itself, to compare with the paper before it goes out; an electronic one is printed from here. */
export function ResultPreview({ row, hasNext, onNext }: ResultPreviewProps) {
  const caseId = row?.caseId;
  const fileId = row?.result.fileId ?? null;
  const name = row?.result.name ?? '';
  const files = useMemo<ViewerFile[]>(
    () => (caseId && fileId ? [{ id: fileId, name: `${name}.pdf`, mediaType: 'application/pdf', url: fileUrl(caseId, fileId) }] : NO_FILES),
    [caseId, fileId, name],
  );
  const viewer = useDocumentViewer(files);
  return (
    <section className="ow-pane ow-pane-fill" aria-label="结果预览">
      <div className="ow-pane-head">
        <h2>结果预览</h2>
        <span className="ow-pane-head-words">{row ? `${name} ${row.result.number}` : ''}</span>
        <span className="ow-pane-head-right">
          <Button size="small" label="下一份" keys="ArrowRight" keyScope="pane" disabled={!hasNext} onClick={onNext} />
          <Button
            size="small"
            label="打印"
            keys="Ctrl+P"
            keyScope="pane"
            disabled={files.length === 0}
            onClick={() => {
              if (caseId && fileId) void printOrOpen(fileUrl(caseId, fileId));
            }}
          />
        </span>
      </div>
      {row && fileId === null ? (
        <div className="ow-stage fo-notice-waiting">
          <SlowProgress doing="结果的电子件还在生成，好了自动出现" />
        </div>
      ) : (
        <ViewerStage viewer={viewer} empty={row ? '没有电子件。' : '扫码或在左边选申请人。'} />
      )}
    </section>
  );
}
