import type { ReadyRow } from '@onewindow/contracts';
import { dateWords, shanghaiDateOf } from '@onewindow/domain';
import { formatCaseNo, useNow } from '@onewindow/ui';
import { createPortal } from 'react-dom';
import { placeWords } from './ready-groups.js';

/** R6.3, on paper alone: what nobody has collected, with room for what the call came to. Names stay as masked as on the screen. */
export function UncollectedSheet({ rows }: { rows: readonly ReadyRow[] }) {
  const today = shanghaiDateOf(useNow());
  return createPortal(
    <article className="fo-uncollected-sheet" aria-hidden>
      <h1>逾期未领结果清单</h1>
      <p>
        {today}，共 {rows.length} 件，等得最久在前
      </p>
      <table>
        <thead>
          <tr>
            {['序', '申请人', '结果', '受理编号', '放在哪里', '可领日', '提醒日', '逾期', '联系记录'].map((title) => (
              <th key={title}>{title}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <tr key={row.caseId}>
              <td>{at + 1}</td>
              <td>
                {row.applicantName} <span className="fo-uncollected-tail">…{row.applicantIdentityMasked.slice(-4)}</span>
              </td>
              <td>{row.result.name}</td>
              <td>{formatCaseNo(row.caseNo)}</td>
              <td>{placeWords(row)}</td>
              <td>{dateWords(shanghaiDateOf(row.readyAt), today)}</td>
              <td>{row.uncollected === null ? '' : dateWords(row.uncollected.remindedOn, today)}</td>
              <td>{row.uncollected === null ? '' : `${row.uncollected.overdueDays} 个工作日`}</td>
              <td />
            </tr>
          ))}
        </tbody>
      </table>
    </article>,
    document.body,
  );
}
