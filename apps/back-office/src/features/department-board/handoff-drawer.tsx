import { useCommand } from '@onewindow/api-client';
import type { Batch, BoardOfficer } from '@onewindow/contracts';
import { forgetWords, formatCount } from '@onewindow/ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../app/api.js';
import { OrderFrame, ReassignPreviewView, type ReassignStrategy, SharingChoice, useOrder } from '../supervision/index.js';
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
  const target: HandoffTarget = { fromStaffId: staff.id, strategy, toStaffId: strategy === 'one' ? toStaffId : null };
  const preview = useQuery(handoffQuery(target));
  const ready = strategy !== 'one' || toStaffId !== null;
  const moving = ready ? preview.data?.moving : undefined;
  const about = `hand-off:${staff.id}`;
  const send = useCommand(
    (body: ReturnType<typeof handoffBody> & { reason: string; previewedAt: string }, keyedBy) => api.handOff({ body }, keyedBy(body)),
    {
      onDone: (batch) => {
        forgetWords(about);
        onStarted(batch);
      },
    },
  );
  const order = useOrder(about, preview, send);
  function confirm() {
    const reason = order.attempt();
    if (reason === null || !ready || moving === 0 || !preview.data || preview.isPlaceholderData) return;
    send.mutate({ ...handoffBody(target), reason, previewedAt: preview.data.asOf });
  }
  const count = formatCount(moving ?? officer.lights.all);
  return (
    <OrderFrame
      title={`${staff.name}离岗移交`}
      words={`手上 ${formatCount(officer.lights.all)} 件`}
      confirmLabel={`移交 ${count} 件`}
      disabled={moving === 0}
      order={order}
      isReading={preview.isPlaceholderData}
      onConfirm={confirm}
      onClose={onClose}
      choice={
        <SharingChoice
          departmentId={departmentId}
          strategy={strategy}
          toStaffId={toStaffId}
          missing={order.tried}
          onStrategy={setStrategy}
          onOfficer={setToStaffId}
        />
      }
    >
      <ReassignPreviewView verb="移交" preview={ready ? preview.data : undefined} waiting={ready && preview.isPending} />
    </OrderFrame>
  );
}
