import { problemOf, useCommand } from '@onewindow/api-client';
import type { Batch, BoardOfficer } from '@onewindow/contracts';
import { formatCount } from '@onewindow/ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../app/api.js';
import { ProblemBar } from '../../app/problem-bar.js';
import { OrderFrame, ReassignPreviewView, type ReassignStrategy, SharingChoice } from '../supervision/index.js';
import { handoffBody, handoffQuery, type HandoffTarget } from './department-board.queries.js';

export interface HandoffDrawerProps {
  officer: BoardOfficer;
  departmentId: string;
  onStarted: (batch: Batch) => void;
  onClose: () => void;
}

/** 离岗移交: everything on one desk to others, in one order. */
export function HandoffDrawer({ officer, departmentId, onStarted, onClose }: HandoffDrawerProps) {
  const { staff } = officer;
  const [strategy, setStrategy] = useState<ReassignStrategy>('balanced');
  const [toStaffId, setToStaffId] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const target: HandoffTarget = { fromStaffId: staff.id, strategy, toStaffId: strategy === 'one' ? toStaffId : null };
  const preview = useQuery(handoffQuery(target));
  const ready = strategy !== 'one' || toStaffId !== null;
  const moving = ready ? preview.data?.moving : undefined;
  const text = reason.trim();
  const send = useCommand(
    (body: ReturnType<typeof handoffBody> & { reason: string; previewedAt: string }, keyedBy) => api.handOff({ body }, keyedBy(body)),
    { onDone: onStarted },
  );
  function confirm() {
    setTried(true);
    if (text === '' || !ready || moving === 0 || send.isPending || !preview.data || preview.isPlaceholderData) return;
    send.mutate({ ...handoffBody(target), reason: text, previewedAt: preview.data.asOf });
  }
  const refresh = () => {
    send.reset();
    void preview.refetch();
  };
  const count = formatCount(moving ?? officer.lights.all);
  return (
    <OrderFrame
      title={`${staff.name}离岗移交`}
      words={`手上 ${formatCount(officer.lights.all)} 件`}
      confirmLabel={`移交 ${count} 件`}
      disabled={moving === 0}
      busy={send.isPending || preview.isPlaceholderData}
      reason={reason}
      missing={tried && text === ''}
      onReason={setReason}
      onConfirm={confirm}
      onClose={onClose}
      problem={send.error}
      onRefresh={refresh}
      onDismiss={send.reset}
      choice={
        <SharingChoice
          departmentId={departmentId}
          strategy={strategy}
          toStaffId={toStaffId}
          missing={tried}
          onStrategy={setStrategy}
          onOfficer={setToStaffId}
        />
      }
    >
      {preview.error ? <ProblemBar problem={problemOf(preview.error)} onRetry={refresh} /> : null}
      <ReassignPreviewView verb="移交" preview={ready ? preview.data : undefined} waiting={ready && preview.isPending} />
    </OrderFrame>
  );
}
