import { useCommand } from '@onewindow/api-client';
import type { ExtensionView, TaskClockWork } from '@onewindow/contracts';
import { isExtensionAwaited, shanghaiToday } from '@onewindow/domain';
import { Button, ErrorState, SkeletonRows, useKeys, useNow, useKeptWords, useSettled } from '@onewindow/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Input, InputNumber } from 'antd';
import { useId, useState } from 'react';
import { api } from '../../../app/api.js';
import { useWriting } from '../../../app/unsent-words.js';
import { useWrittenAbout } from '../../../app/use-written-about.js';
import { ExtensionDecision, extensionSettled, refreshClockWork, taskClockWorkQuery } from '../../clock-work/index.js';
import type { WorkPanelProps } from '../work-panel-props.js';
import { type KeptForm, useKeptForm } from './kept-form.js';
import { PanelFoot } from './panel-foot.js';

const isAwaited = ({ status }: Pick<ExtensionView, 'status'>) => isExtensionAwaited(status);

/** 申请延期: by how many working days and why; the chief names who authorised it (R1.6). */
export function ExtendPanel({ task, onClose, onDone }: WorkPanelProps) {
  const work = useQuery(taskClockWorkQuery(task.id, task.caseId));
  const today = shanghaiToday(useNow());
  useKeys({ Escape: { label: '不延期了，返回', run: onClose } }, { title: '延长期限', scope: 'panel' });
  const extensions = work.data?.extensions ?? [];
  const waiting = extensions.find(isAwaited);
  const form = useKeptForm(waiting ? { by: waiting.requestedBy, at: waiting.requestedAt, what: '申请延期' } : null, today);
  const asked = useWrittenAbout(extensions, isAwaited, (one) => extensionSettled(one, today));
  // A request that was answered elsewhere while its answer was being written here comes before a form for the next.
  const before = asked.shown.find((one) => !isAwaited(one)) ?? (form.isShown ? undefined : waiting);
  const settled = useSettled(before?.id ?? null);
  return (
    <section className="bo-panel" aria-label="延长期限">
      <h3>延长期限，通知书告诉申请人理由</h3>
      {work.isPending ? <SkeletonRows rows={3} blocks={0} label="延期" /> : null}
      {work.error ? <ErrorState onRetry={() => void work.refetch()}>没有取到延期。</ErrorState> : null}
      {before ? (
        <>
          <ExtensionDecision
            key={before.id}
            extension={before}
            today={today}
            unsent={asked.unsentOf(before)}
            settled={settled}
            onDone={(words) => onDone(words)}
          />
          <div className="bo-panel-actions">
            <Button label="返回" keys="Escape" printOnly onClick={onClose} />
          </div>
        </>
      ) : null}
      {work.data && !before ? (
        <Request
          taskId={task.id}
          version={Math.max(work.data.taskVersion, task.version)}
          work={work.data}
          form={form}
          settled={settled}
          onClose={onClose}
          onDone={onDone}
        />
      ) : null}
    </section>
  );
}

interface RequestProps {
  taskId: string;
  /** The newest that this screen knows of. */
  version: number;
  work: TaskClockWork;
  form: KeptForm;
  settled: boolean;
  onClose: () => void;
  onDone: WorkPanelProps['onDone'];
}

function Request({ taskId, version, work, form, settled, onClose, onDone }: RequestProps) {
  const id = useId();
  const client = useQueryClient();
  const { extended, left } = work.extension;
  const [days, setDays] = useState(left);
  const [reason, setReason] = useKeptWords(`${taskId}:extend`);
  const [document, setDocument] = useKeptWords(`${taskId}:extend-document`);
  const [tried, setTried] = useState(false);
  useWriting(form, reason !== '' || document !== '');
  const command = useCommand(
    (body: { days: number; reason: string; document?: string }, keyedBy) =>
      api.requestExtension({ params: { id: taskId }, body: { ...body, expectedVersion: version } }, keyedBy({ taskId, version, body })),
    {
      onDone: (view) => {
        setReason('');
        setDocument('');
        onDone(
          isExtensionAwaited(view.status)
            ? `已申请延长 ${view.days} 个工作日，等首席代表批准。`
            : `已延长 ${view.days} 个工作日，通知书已出。`,
        );
        refreshClockWork(client);
      },
    },
  );
  const missing = [reason.trim() === '' ? '写理由' : '', work.decidesAlone && document.trim() === '' ? '写批准文件' : ''].filter(Boolean);
  const send = () => {
    setTried(true);
    if (missing.length > 0 || command.isPending || form.told !== null) return;
    command.mutate({ days, reason: reason.trim(), ...(work.decidesAlone ? { document: document.trim() } : {}) });
  };
  return (
    <>
      <span className="bo-field">
        <label htmlFor={`${id}-days`}>
          延长几个工作日{extended > 0 ? `（已延长 ${extended}，` : '（'}还可以 {left}）
        </label>
        <InputNumber id={`${id}-days`} min={1} max={left} precision={0} value={days} onChange={(value) => setDays(value ?? left)} />
      </span>
      <span className="bo-field">
        <label htmlFor={`${id}-reason`}>理由，写进通知书</label>
        <Input.TextArea
          id={`${id}-reason`}
          autoFocus
          rows={2}
          maxLength={500}
          value={reason}
          status={tried && reason.trim() === '' ? 'error' : ''}
          onChange={(event) => setReason(event.target.value)}
        />
      </span>
      {work.decidesAlone ? (
        <span className="bo-field">
          <label htmlFor={`${id}-document`}>机关负责人的批准文件：名称和文号</label>
          <Input
            id={`${id}-document`}
            maxLength={120}
            value={document}
            status={tried && document.trim() === '' ? 'error' : ''}
            onChange={(event) => setDocument(event.target.value)}
          />
        </span>
      ) : null}
      <p className="ow-secondary ow-small">法定和承诺期限一起延长，环节的期限不变。</p>
      <PanelFoot
        missing={missing}
        tried={tried}
        command={command}
        label={work.decidesAlone ? `延长 ${days} 个工作日` : '申请延期'}
        told={form.told}
        settled={settled}
        onSend={send}
        onRefresh={() => refreshClockWork(client)}
        onClose={onClose}
      />
    </>
  );
}
