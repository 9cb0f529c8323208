import { type CaseDetail, endpoints, type NoticeView, pathOf } from '@onewindow/contracts';
import { shanghaiDateOf } from '@onewindow/domain';
import {
  Button,
  formatMoment,
  MessageBar,
  SkeletonRows,
  SlowProgress,
  useDocumentViewer,
  useNow,
  ViewerStage,
  type ViewerFile,
} from '@onewindow/ui';
import { useMemo, useState } from 'react';
import { fileUrl } from '../../app/file-url.js';
import { printOrOpen } from '../../app/print-pdf.js';
import { PrintedWords, PrintNoticeButton, TransferSlipButton } from '../notices/index.js';

export interface NoticePaneProps {
  caseId: string;
  notices: CaseDetail['notices'];
  /** Id of the notice that is shown. */
  shown: string | null;
  onShow: (id: string) => void;
  /** Back to the papers of the materials; null where there is no way back. */
  onMaterials: (() => void) | null;
  /** The paper can be handed on from here: a slip for it is offered. */
  handsOn?: boolean;
  /** A result that lies among the notices; its printing is not counted. */
  resultId?: string | null;
}

/** The newest notice first: what was just made is what gets printed. */
export function newestFirst(notices: readonly NoticeView[]): NoticeView[] {
  return notices.toSorted((a, b) => b.issuedAt.localeCompare(a.issuedAt));
}

/** 文书 of the case: shown at once, printed with Ctrl+P. */
export function NoticePane({ caseId, notices, shown, onShow, onMaterials, handsOn = false, resultId = null }: NoticePaneProps) {
  const [refused, setRefused] = useState<string | null>(null);
  const today = shanghaiDateOf(useNow());
  const sorted = newestFirst(notices);
  const notice = sorted.find((n) => n.id === shown) ?? sorted[0] ?? null;
  const fileId = notice?.fileId ?? null;
  const url = notice ? sheetUrl(caseId, notice, notice.id === resultId) : null;
  return (
    <section className="ow-pane ow-pane-fill" aria-label="文书">
      <div className="ow-pane-head fo-document-head">
        <h2>{notice?.title ?? '文书'}</h2>
        <span className="ow-pane-head-right">
          {onMaterials ? <Button size="small" label="看材料" keys="L" keyScope="pane" onClick={onMaterials} /> : null}
          {handsOn ? <TransferSlipButton caseId={caseId} onDone={onShow} onRefused={setRefused} /> : null}
          {notice && notice.id !== resultId ? (
            <PrintNoticeButton noticeId={notice.id} disabled={Boolean(notice.problem)} onRefused={setRefused} />
          ) : (
            <Button
              size="small"
              label="打印"
              keys="Ctrl+P"
              keyScope="pane"
              disabled={fileId === null}
              onClick={() => {
                if (fileId) void printOrOpen(fileUrl(caseId, fileId));
              }}
            />
          )}
        </span>
      </div>
      {notice ? (
        <div className="fo-notice-facts">
          <span>{notice.number}</span>
          <span>{`${formatMoment(notice.issuedAt, today)} 出`}</span>
          {notice.id === resultId ? null : <PrintedWords noticeId={notice.id} />}
        </div>
      ) : null}
      {refused ? (
        <MessageBar kind="error" onClose={() => setRefused(null)}>
          {refused}
        </MessageBar>
      ) : null}
      {sorted.length > 1 ? (
        <div className="fo-notice-tabs" role="group" aria-label="文书">
          {sorted.map((one) => (
            <Button
              key={one.id}
              size="small"
              label={one.title}
              kind={one === notice ? 'chosen' : 'normal'}
              pressed={one === notice}
              onClick={() => onShow(one.id)}
            />
          ))}
        </div>
      ) : null}
      {notice && url && !notice.problem ? (
        <NoticeSheet id={notice.id} url={url} title={notice.title} />
      ) : notice?.problem ? (
        <div className="ow-stage fo-notice-waiting">
          <MessageBar kind="error">{`${notice.title}没有印出：${notice.problem}`}</MessageBar>
        </div>
      ) : notice ? (
        <div className="ow-stage fo-notice-waiting">
          <SkeletonRows rows={3} blocks={0} label={notice.title} />
          <SlowProgress doing={`正在生成${notice.title}，好了自动出现；可以先办下一件`} />
        </div>
      ) : (
        <div className="ow-stage">
          <p className="ow-stage-empty">还没有文书。</p>
        </div>
      )}
    </section>
  );
}

/** A notice is drawn when it is asked for, ahead of the worker's queue: the citizen stands there. A result comes from the worker. */
function sheetUrl(caseId: string, { id, fileId }: NoticeView, isResult: boolean): string | null {
  if (!isResult) return pathOf(endpoints.getNoticePrint, { params: { id, ordinal: 1 } });
  return fileId === null ? null : fileUrl(caseId, fileId);
}

/** The paper itself. */
function NoticeSheet({ id, url, title }: { id: string; url: string; title: string }) {
  const files = useMemo<ViewerFile[]>(() => [{ id, name: `${title}.pdf`, mediaType: 'application/pdf', url }], [id, url, title]);
  return <ViewerStage viewer={useDocumentViewer(files)} />;
}
