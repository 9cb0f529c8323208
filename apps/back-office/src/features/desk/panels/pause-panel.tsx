import { useCommand } from '@onewindow/api-client';
import type { ProcedureView, TaskClockWork } from '@onewindow/contracts';
import { isProcedureAwaited, shanghaiToday, type SpecialProcedureKind } from '@onewindow/domain';
import { ErrorState, SkeletonRows, useKeys, useNow, useKeptWords, useSettled } from '@onewindow/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Input, InputNumber } from 'antd';
import { useId, useState } from 'react';
import { api } from '../../../app/api.js';
import type { Unsent } from '../../../app/unsent-words.js';
import { useWrittenAbout } from '../../../app/use-written-about.js';
import {
  daysWords,
  ProcedureDecision,
  ProcedureFacts,
  procedureSettled,
  refreshClockWork,
  taskClockWorkQuery,
} from '../../clock-work/index.js';
import type { WorkPanelProps } from '../work-panel-props.js';
import { PanelFoot } from './panel-foot.js';

/** 暂停计时: which listed procedure, for how long and why (R3.1); what is asked for already stands above. */
export function PausePanel({ task, onClose, onDone }: WorkPanelProps) {
  const work = useQuery(taskClockWorkQuery(task.id, task.caseId));
  const today = shanghaiToday(useNow());
  useKeys({ Escape: { label: '不暂停了，返回', run: onClose } }, { title: '暂停计时', scope: 'panel' });
  const asked = useWrittenAbout(
    work.data?.procedures ?? [],
    ({ phase }) => isProcedureAwaited(phase),
    (one) => procedureSettled(one, today),
  );
  const waiting = asked.shown;
  // Another request slides under the same keys when one is taken back; with the last of them they send the form below.
  const settled = useSettled(waiting.map(({ id }) => id).join(' '));
  return (
    <section className="bo-panel" aria-label="暂停计时">
      <h3>暂停计时：事项列入的特别程序</h3>
      {work.isPending ? <SkeletonRows rows={3} blocks={0} label="特别程序" /> : null}
      {work.error ? <ErrorState onRetry={() => void work.refetch()}>没有取到特别程序。</ErrorState> : null}
      {waiting.map((procedure) => (
        <Waiting
          key={procedure.id}
          procedure={procedure}
          caseId={task.caseId}
          today={today}
          unsent={asked.unsentOf(procedure)}
          settled={settled}
          onDone={onDone}
        />
      ))}
      {work.data ? (
        <Request
          taskId={task.id}
          version={Math.max(work.data.taskVersion, task.version)}
          work={work.data}
          isSecond={waiting.length > 0}
          settled={settled}
          onClose={onClose}
          onDone={onDone}
        />
      ) : null}
    </section>
  );
}

interface WaitingProps {
  procedure: ProcedureView;
  caseId: string;
  today: string;
  unsent: Unsent;
  settled: boolean;
  onDone: WorkPanelProps['onDone'];
}

function Waiting({ procedure, caseId, today, ...answer }: WaitingProps) {
  return (
    <div className="bo-clock-other">
      <ProcedureFacts procedure={procedure} caseId={caseId} today={today} />
      <ProcedureDecision procedure={procedure} {...answer} />
    </div>
  );
}

interface RequestProps {
  taskId: string;
  /** The newest that this screen knows of. */
  version: number;
  work: TaskClockWork;
  /** Another one waits above: Ctrl+Enter is its chief's. */
  isSecond: boolean;
  settled: boolean;
  onClose: () => void;
  onDone: WorkPanelProps['onDone'];
}

function Request({ taskId, version, work, isSecond, settled, onClose, onDone }: RequestProps) {
  const id = useId();
  const client = useQueryClient();
  const { listed, decidesAlone } = work;
  const [kind, setKind] = useState<SpecialProcedureKind | null>(listed.find(({ problem }) => problem === null)?.kind ?? null);
  const [typed, setTyped] = useState<number | null>(null);
  const [reason, setReason] = useKeptWords(`${taskId}:pause`);
  const [tried, setTried] = useState(false);
  const chosen = listed.find((one) => one.kind === kind);
  const days = typed ?? chosen?.days ?? 0;
  const command = useCommand(
    (body: { kind: SpecialProcedureKind; days: number; reason: string }, keyedBy) =>
      api.requestProcedure({ params: { id: taskId }, body: { ...body, expectedVersion: version } }, keyedBy({ taskId, version, body })),
    {
      onDone: ({ label, phase }) => {
        setReason('');
        onDone(isProcedureAwaited(phase) ? `已申请${label}，等首席代表同意。` : `${label}告知书已出，明天起停止计时。`);
        refreshClockWork(client);
      },
    },
  );
  const send = () => {
    setTried(true);
    if (kind === null || reason.trim() === '' || command.isPending) return;
    command.mutate({ kind, days, reason: reason.trim() });
  };
  const missing = kind === null ? ['没有可以申请的程序'] : reason.trim() === '' ? ['写原因'] : [];
  return (
    <>
      <fieldset className="bo-choices">
        <legend className="bo-label">{isSecond ? '另外申请' : '哪一种程序'}</legend>
        {listed.map((one) => (
          <label key={one.kind} className={one.problem === null ? 'bo-choice' : 'bo-choice bo-choice-off'} title={one.basis}>
            <input
              type="radio"
              name={`${id}-kind`}
              checked={one.kind === kind}
              disabled={one.problem !== null}
              onChange={() => {
                setKind(one.kind);
                setTyped(null);
              }}
            />
            <span>{one.label}</span>
            <span className="bo-choice-problem">{one.problem ?? `${one.isFixed ? '规定' : '通常'} ${daysWords(one)}`}</span>
          </label>
        ))}
      </fieldset>
      {chosen ? <p className="ow-secondary ow-small">{chosen.basis}</p> : null}
      {chosen && !chosen.isFixed ? (
        <span className="bo-field">
          <label htmlFor={`${id}-days`}>需要几个工作日</label>
          <InputNumber id={`${id}-days`} min={1} max={200} precision={0} value={days} onChange={(value) => setTyped(value)} />
        </span>
      ) : null}
      <span className="bo-field">
        <label htmlFor={`${id}-reason`}>原因，写进告知书</label>
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
      <p className="ow-secondary ow-small">
        {decidesAlone ? '今天出告知书，明天起停止计时，法定、承诺、环节三个期限一起停。' : '首席代表同意后出告知书，次日起停止计时。'}
      </p>
      <PanelFoot
        missing={missing}
        tried={tried}
        command={command}
        label={decidesAlone ? `${chosen?.label ?? ''}，出告知书` : `申请${chosen?.label ?? ''}`}
        withoutKey={isSecond}
        disabled={kind === null}
        settled={settled}
        onSend={send}
        onRefresh={() => refreshClockWork(client)}
        onClose={onClose}
      />
    </>
  );
}
