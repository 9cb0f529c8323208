import { useCommand } from '@onewindow/api-client';
import type { Batch } from '@onewindow/contracts';
import { Empty, forgetWords, formatCaseSerial, formatCount, LoadBar, LoadBarHead, SkeletonRows } from '@onewindow/ui';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../app/api.js';
import { OrderFrame, useOrder } from '../supervision/index.js';
import { type EvenOutPreview, evenOutQuery } from './department-board.queries.js';

export interface EvenOutDrawerProps {
  onStarted: (batch: Batch) => void;
  onClose: () => void;
}

/** 均衡: as few moves as make the desks even; done exactly as it is shown. */
export function EvenOutDrawer({ onStarted, onClose }: EvenOutDrawerProps) {
  const preview = useQuery(evenOutQuery);
  const about = 'even-out';
  const send = useCommand(
    (body: { moves: { taskId: string; fromStaffId: string; toStaffId: string }[]; reason: string }, keyedBy) =>
      api.evenOut({ body }, keyedBy(body)),
    {
      onDone: (batch) => {
        forgetWords(about);
        onStarted(batch);
      },
    },
  );
  const moves = preview.data?.moves ?? [];
  const order = useOrder(about, preview, send, '均衡负荷');
  function confirm() {
    const reason = order.attempt();
    if (reason === null || moves.length === 0) return;
    send.mutate({ moves: moves.map(({ taskId, from, to }) => ({ taskId, fromStaffId: from.id, toStaffId: to.id })), reason });
  }
  return (
    <OrderFrame
      title="均衡"
      words={preview.data ? `人均 ${preview.data.average} 件，要动 ${formatCount(moves.length)} 件` : undefined}
      confirmLabel={`均衡 ${formatCount(moves.length)} 件`}
      disabled={moves.length === 0}
      order={order}
      onConfirm={confirm}
      onClose={onClose}
    >
      {preview.isPending ? <SkeletonRows rows={8} rowHeight={25} blocks={3} label="预览" /> : null}
      {preview.data ? <Plan preview={preview.data} /> : null}
    </OrderFrame>
  );
}

function Plan({ preview: { officers, moves, notTaking } }: { preview: EvenOutPreview }) {
  const most = Math.max(1, ...officers.map(({ before, after }) => Math.max(before, after)));
  return (
    <div className="bo-reassign-loads" role="group" aria-label="各人负荷的变化" tabIndex={0}>
      <LoadBarHead verb="均衡" />
      {officers.map(({ staff, before, after }) => (
        <LoadBar key={staff.id} verb="均衡" name={staff.name} before={before} after={after} max={most} />
      ))}
      {notTaking.length > 0 ? (
        <p className="bo-board-left ow-secondary">
          不参与：{notTaking.map(({ staff, reason }) => `${staff.name}（${reason}）`).join('、')}。
        </p>
      ) : null}
      {moves.length === 0 ? (
        <Empty>各人能办的件已经均衡，不用再动。</Empty>
      ) : (
        <>
          <h3 className="bo-dock-head">
            要动的件<span>转出人 → 接手人</span>
          </h3>
          <ul>
            {moves.map(({ taskId, caseNo, title, from, to }) => (
              <li key={taskId} className="bo-each">
                <span className="ow-tertiary">{formatCaseSerial(caseNo)}</span>
                <span className="bo-cut">{title}</span>
                <span>
                  {from.name} → <strong>{to.name}</strong>
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
