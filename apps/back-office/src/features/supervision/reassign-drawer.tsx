import { problemOf, useCommand } from '@onewindow/api-client';
import type { Batch } from '@onewindow/contracts';
import { Button, formatCount, Kbd, Pane, SegmentedButtons, useKeys } from '@onewindow/ui';
import { useQuery } from '@tanstack/react-query';
import { Input, Select } from 'antd';
import { useId, useState } from 'react';
import { api } from '../../app/api.js';
import { ProblemBar } from '../../app/problem-bar.js';
import { ReassignPreviewView } from './reassign-preview.js';
import { officersQuery, previewQuery, targetBody, type ReassignStrategy, type ReassignTarget } from './supervision.queries.js';

const STRATEGIES: readonly { value: ReassignStrategy; label: string }[] = [
  { value: 'balanced', label: '按负荷平均' },
  { value: 'one', label: '指定一人' },
  { value: 'familiar', label: '按熟悉事项' },
];

/** What a drawer starts with. */
export interface ReassignStart {
  taskIds: readonly string[];
  strategy: ReassignStrategy;
  reason: string;
  /** The one department that all of it belongs to, if it is known to be one. */
  departmentId: string | null;
}

export interface ReassignDrawerProps {
  start: ReassignStart;
  onStarted: (batch: Batch) => void;
  onClose: () => void;
}

/** 改派, docked beside the list: how to share out, why, and what it does to each officer before anything happens. */
export function ReassignDrawer({ start, onStarted, onClose }: ReassignDrawerProps) {
  const reasonId = useId();
  const [strategy, setStrategy] = useState(start.strategy);
  const [toStaffId, setToStaffId] = useState<string | null>(null);
  const [reason, setReason] = useState(start.reason);
  const [tried, setTried] = useState(false);
  const target: ReassignTarget = { taskIds: start.taskIds, strategy, toStaffId: strategy === 'one' ? toStaffId : null };
  const preview = useQuery(previewQuery(target));
  const ready = strategy !== 'one' || toStaffId !== null;
  const moving = ready ? preview.data?.moving : undefined;
  const text = reason.trim();
  const send = useCommand(
    (body: ReturnType<typeof targetBody> & { reason: string; previewedAt?: string }, keyedBy) => api.reassignTasks({ body }, keyedBy(body)),
    { onDone: onStarted },
  );

  function confirm() {
    setTried(true);
    if (text === '' || !ready || moving === 0 || send.isPending) return;
    if (!preview.data || preview.isPlaceholderData) return;
    const left = new Set(preview.data.excluded.map(({ taskId }) => taskId));
    const taskIds = target.taskIds.filter((id) => !left.has(id));
    // What somebody else was given since the preview stays with them.
    send.mutate({ ...targetBody({ ...target, taskIds }), reason: text, previewedAt: preview.data.asOf });
  }
  useKeys({ Escape: { label: '取消改派', run: onClose } }, { title: '改派', scope: 'pane' });

  const count = formatCount(moving ?? start.taskIds.length);
  const departments = preview.data?.departments ?? [];
  const officers = departments.flatMap((one) => one.officers);
  const words = `${departments.length} 个部门，${officers.filter(({ delta }) => delta < 0).length} 人转出，${officers.filter(({ delta }) => delta > 0).length} 人接手`;
  const foot = (
    <>
      <span className="ow-small ow-secondary">提交后逐件给出结果</span>
      <span className="bo-spacer" />
      <Button label="取消" onClick={onClose} />
      <Button
        label={`确认改派 ${count} 件`}
        kind="primary"
        keys="Ctrl+Enter"
        keyScope="pane"
        busy={send.isPending || preview.isPlaceholderData}
        disabled={moving === 0}
        onClick={confirm}
      />
    </>
  );
  return (
    <Pane
      title={`改派 ${count} 件`}
      words={preview.data && ready ? words : undefined}
      scrolls={false}
      foot={foot}
      right={
        <button type="button" className="bo-plain" aria-label="取消改派" onClick={onClose}>
          <Kbd keys="Escape" />
        </button>
      }
    >
      <div className="bo-reassign-form">
        <span className="bo-reassign-label">分配</span>
        <SegmentedButtons block label="怎么分配" options={STRATEGIES} value={strategy} onChange={setStrategy} />
        {strategy === 'one' ? (
          <OneOfficer departmentId={start.departmentId} value={toStaffId} missing={tried && toStaffId === null} onChange={setToStaffId} />
        ) : null}
        <label className="bo-reassign-label" htmlFor={reasonId}>
          理由 <span aria-hidden="true">*</span>
        </label>
        <span className="bo-field">
          <Input
            id={reasonId}
            value={reason}
            autoFocus
            required
            maxLength={300}
            placeholder="写给转出人和接手人"
            status={tried && text === '' ? 'error' : ''}
            onChange={(event) => setReason(event.target.value)}
          />
          {tried && text === '' ? <span className="bo-field-error">写改派理由</span> : null}
        </span>
        <span className="bo-reassign-label">通知</span>
        <span>
          转出人、接手人；<strong>时限不变</strong>，不重新起算
        </span>
      </div>
      {send.error ? (
        <ProblemBar problem={send.error} onRetry={confirm} onRefresh={() => void preview.refetch()} onClose={send.reset} />
      ) : null}
      {preview.error ? <ProblemBar problem={problemOf(preview.error)} onRetry={() => void preview.refetch()} /> : null}
      <ReassignPreviewView preview={ready ? preview.data : undefined} waiting={ready && preview.isPending} />
    </Pane>
  );
}

/** Who takes it all: found by name or department, with what they have in hand. */
export function OneOfficer({
  departmentId,
  value,
  missing,
  onChange,
}: {
  departmentId: string | null;
  value: string | null;
  missing: boolean;
  onChange: (id: string) => void;
}) {
  const { data } = useQuery(officersQuery(departmentId));
  return (
    <>
      <span className="bo-reassign-label">接手人</span>
      <span className="bo-field">
        <Select
          aria-label="接手人"
          showSearch={{ optionFilterProp: 'label' }}
          placeholder="按姓名、部门找"
          value={value}
          loading={!data}
          status={missing ? 'error' : ''}
          options={(data?.items ?? []).map((officer) => ({
            value: officer.id,
            label: `${officer.name}，${officer.department.shortName}，手上 ${officer.load} 件`,
          }))}
          onChange={onChange}
        />
        {missing ? <span className="bo-field-error">选一个接手人</span> : null}
      </span>
    </>
  );
}
