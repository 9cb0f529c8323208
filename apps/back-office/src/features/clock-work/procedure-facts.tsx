import { endpoints, pathOf, type ProcedureView } from '@onewindow/contracts';
import { dateWords, type IsoDate } from '@onewindow/domain';
import { formatMoment } from '@onewindow/ui';
import './clock-work.css';

/** 7 个工作日; 10 天 */
export const daysWords = ({ days, unit }: Pick<ProcedureView, 'days' | 'unit'>): string =>
  unit === 'working' ? `${days} 个工作日` : `${days} 天`;

/** Where it stands, in a few words: 待批, 明天起停, 停到 03-18, 比告知多停 2 天. */
export function phaseWords(procedure: ProcedureView, today: IsoDate): string {
  const end = procedure.announcedEnd === null ? '' : dateWords(procedure.announcedEnd, today);
  switch (procedure.phase) {
    case 'requested':
      return '待批';
    case 'noticed':
      return `明天起停，到 ${end}`;
    case 'running':
      return `停到 ${end}`;
    case 'overrun':
      return `比告知多停 ${procedure.overrunDays} 天`;
    case 'ended':
      return `${procedure.endedOn === null ? '' : `${dateWords(procedure.endedOn, today)} `}结束`;
    case 'refused':
      return '未同意';
    case 'withdrawn':
      return '已撤回';
  }
}

/** What a special procedure is: who asked for it and why, on which law, how long, with its papers. */
export function ProcedureFacts({ procedure, caseId, today }: { procedure: ProcedureView; caseId: string; today: IsoDate }) {
  const { notice, document } = procedure;
  const file = (fileId: string): string => pathOf(endpoints.getCaseFile, { params: { id: caseId, fileId } });
  return (
    <dl className="bo-clock-facts">
      <dt>程序</dt>
      <dd>
        {procedure.label} {daysWords(procedure)}，
        <span className={procedure.phase === 'overrun' ? 'bo-clock-over' : undefined}>{phaseWords(procedure, today)}</span>
      </dd>
      <dt>依据</dt>
      <dd>{procedure.basis}</dd>
      <dt>原因</dt>
      <dd>{procedure.reason}</dd>
      <dt>申请</dt>
      <dd>
        {procedure.requestedBy.name} {formatMoment(procedure.requestedAt, today)}
      </dd>
      {procedure.decisionReason === null ? null : (
        <>
          <dt>未同意</dt>
          <dd>
            {procedure.decidedBy?.name}：{procedure.decisionReason}
          </dd>
        </>
      )}
      {notice === null ? null : (
        <>
          <dt>告知书</dt>
          <dd>
            {notice.fileId === null ? `${notice.number}，正在制作` : <PaperLink href={file(notice.fileId)}>{notice.number}</PaperLink>}
          </dd>
        </>
      )}
      {document === null ? null : (
        <>
          <dt>结果文件</dt>
          <dd>
            <PaperLink href={file(document.id)}>{document.name}</PaperLink>
          </dd>
        </>
      )}
      {procedure.outcome === null ? null : (
        <>
          <dt>结果</dt>
          <dd>{procedure.outcome}</dd>
        </>
      )}
    </dl>
  );
}

function PaperLink({ href, children }: { href: string; children: string }) {
  return (
    <a className="ow-link" href={href} target="_blank" rel="noreferrer">
      {children}
    </a>
  );
}
