import type { ReadyRow } from '@onewindow/contracts';
import { Button, MessageBar, SlowProgress, useDocumentViewer, ViewerStage, type ViewerFile } from '@onewindow/ui';
import { useMemo } from 'react';
import { printOrOpen } from '../../app/print-pdf.js';
import { resultFiles } from '../bundles/index.js';

export interface ResultPreviewProps {
  row: ReadyRow | null;
  /** More than one lies here. */
  hasNext: boolean;
  onNext: () => void;
}

/** The document itself, to compare with the paper before it goes out; an electronic one is printed from here. */
export function ResultPreview({ row, hasNext, onNext }: ResultPreviewProps) {
  const fileId = row?.result.fileId ?? null;
  const name = row?.result.name ?? '';
  const files = useMemo<ViewerFile[]>(() => resultFiles(row), [row]);
  const viewer = useDocumentViewer(files);
  // A bundle's documents lie on one pile: through them first, then on to the next result.
  const isLastPage = viewer.at >= viewer.pages.length - 1;
  return (
    <section className="ow-pane ow-pane-fill" aria-label="结果预览">
      <div className="ow-pane-head">
        <h2>结果预览</h2>
        <span className="ow-pane-head-words">{row ? `${name} ${row.result.number}` : ''}</span>
        <span className="ow-pane-head-right">
          <Button
            size="small"
            label="下一份"
            keys="ArrowRight"
            keyScope="pane"
            disabled={!hasNext && isLastPage}
            onClick={isLastPage ? onNext : viewer.next}
          />
          <Button
            size="small"
            label="打印"
            keys="Ctrl+P"
            keyScope="pane"
            disabled={files.length === 0}
            onClick={() => {
              const shown = files.find(({ id }) => id === viewer.page?.file.id) ?? files[0];
              if (shown) void printOrOpen(shown.url);
            }}
          />
        </span>
      </div>
      {row && fileId === null ? (
        <div className="ow-stage fo-notice-waiting">
          {row.result.problem === null ? (
            <SlowProgress doing="结果的电子件还在生成，好了自动出现" />
          ) : (
            <MessageBar kind="error">{`${name}没有印出：${row.result.problem}`}</MessageBar>
          )}
        </div>
      ) : (
        <ViewerStage viewer={viewer} empty={row ? '没有电子件。' : '扫码或在左边选申请人。'} />
      )}
    </section>
  );
}
