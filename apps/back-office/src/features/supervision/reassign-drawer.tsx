import { useCommand } from '@onewindow/api-client';
import type { Batch } from '@onewindow/contracts';
import { forgetWords, formatCount } from '@onewindow/ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../app/api.js';
import { OrderFrame } from './order-frame.js';
import { ReassignPreviewView } from './reassign-preview.js';
import { SharingChoice } from './sharing-choice.js';
import { previewQuery, targetBody, type ReassignStrategy, type ReassignTarget } from './supervision.queries.js';
import { useOrder } from './use-order.js';

/** What a drawer starts with. */
export interface ReassignStart {
  taskIds: readonly string[];
  /** Which it is, where it is one. */
  name: string | null;
  strategy: ReassignStrategy;
  reason: string;
  /** The one department that all of it belongs to, if it is known to be one. */
  departmentId: string | null;
}

/** 分派 is what 改派 is called where nobody holds the work yet. */
export type ReassignVerb = '改派' | '分派';

export interface ReassignDrawerProps {
  start: ReassignStart;
  verb: ReassignVerb;
  onStarted: (batch: Batch) => void;
  onClose: () => void;
}

/** 改派, docked beside the list: how to share out, why, and what it does to each officer before anything happens. */
export function ReassignDrawer({ start, verb, onStarted, onClose }: ReassignDrawerProps) {
  const [strategy, setStrategy] = useState(start.strategy);
  const [toStaffId, setToStaffId] = useState<string | null>(null);
  const target: ReassignTarget = { taskIds: start.taskIds, strategy, toStaffId: strategy === 'one' ? toStaffId : null };
  const preview = useQuery(previewQuery(target));
  const ready = strategy !== 'one' || toStaffId !== null;
  const moving = ready ? preview.data?.moving : undefined;
  const about = `reassign:${start.taskIds.length}:${start.taskIds[0] ?? ''}`;
  const send = useCommand(
    (body: ReturnType<typeof targetBody> & { reason: string; previewedAt?: string }, keyedBy) => api.reassignTasks({ body }, keyedBy(body)),
    {
      onDone: (batch) => {
        forgetWords(about);
        onStarted(batch);
      },
    },
  );

  const order = useOrder(about, preview, send, start.reason);

  function confirm() {
    const reason = order.attempt();
    if (reason === null || !ready || moving === 0 || !preview.data || preview.isPlaceholderData) return;
    const left = new Set(preview.data.excluded.map(({ taskId }) => taskId));
    const taskIds = target.taskIds.filter((id) => !left.has(id));
    // What somebody else was given since the preview stays with them.
    send.mutate({ ...targetBody({ ...target, taskIds }), reason, previewedAt: preview.data.asOf });
  }

  const count = formatCount(moving ?? start.taskIds.length);
  const departments = preview.data?.departments ?? [];
  const officers = departments.flatMap((one) => one.officers);
  const words = `${departments.length} 个部门，${officers.filter(({ delta }) => delta < 0).length} 人转出，${officers.filter(({ delta }) => delta > 0).length} 人接手`;
  return (
    <OrderFrame
      name={verb}
      title={start.name === null ? `${verb} ${count} 件` : `${verb} ${start.name}`}
      // Of one case the title names it, and needs the room.
      words={preview.data && ready && start.name === null ? words : undefined}
      confirmLabel={`确认${verb} ${count} 件`}
      disabled={moving === 0}
      order={order}
      isReading={preview.isPlaceholderData}
      onConfirm={confirm}
      onClose={onClose}
      choice={
        <SharingChoice
          departmentId={start.departmentId}
          strategy={strategy}
          toStaffId={toStaffId}
          missing={order.tried}
          onStrategy={setStrategy}
          onOfficer={setToStaffId}
        />
      }
    >
      <ReassignPreviewView verb={verb} preview={ready ? preview.data : undefined} waiting={ready && preview.isPending} />
    </OrderFrame>
  );
}
