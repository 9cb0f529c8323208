import { useCommand } from '@onewindow/api-client';
import type { CorrectionView, endpoints, ResponseOf } from '@onewindow/contracts';
import { addCalendarDays, earlierOf, type IsoDate, isCorrectionAwaited, shanghaiToday } from '@onewindow/domain';
import { Button, DayInput, ErrorState, formatDay, SkeletonRows, useKeptValue, useKeys, useNow } from '@onewindow/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Input } from 'antd';
import { useId, useState } from 'react';
import { api } from '../../../app/api.js';
import { useWriting } from '../../../app/unsent-words.js';
import { useWrittenAbout } from '../../../app/use-written-about.js';
import { CorrectionStatus, WithdrawCorrection } from '../corrections/correction-status.js';
import { correctionSettled } from '../corrections/correction-settled.js';
import { taskCorrectionsQuery } from '../corrections/corrections.queries.js';
import { refreshTasks } from '../desk.queries.js';
import type { WorkPanelProps } from '../work-panel-props.js';
import { type KeptForm, useKeptForm } from './kept-form.js';
import { PanelFoot } from './panel-foot.js';

const isAwaited = ({ status }: Pick<CorrectionView, 'status'>) => isCorrectionAwaited(status);

/** A working week and a day: what most applicants need. */
const USUAL_DAYS = 8;

/** 要求补正: what is asked of the applicant during review and what came of it (R3.3); one request at a time. */
export function CorrectionsPanel({ task, onClose, onDone }: WorkPanelProps) {
  const today = shanghaiToday(useNow());
  const board = useQuery(taskCorrectionsQuery(task.id, task.caseId));
  const all = board.data?.items ?? [];
  const [latest] = all;
  const asked = latest && isAwaited(latest) ? latest : null;
  const written = useWrittenAbout(all, isAwaited, (one) => correctionSettled(one, today));
  const form = useKeptForm(asked && { by: asked.askedBy, at: asked.askedAt, what: '要求补正' }, today);
  useKeys({ Escape: { label: '不办了，返回', run: onClose } }, { title: '要求补正', scope: 'panel' });
  if (board.error) return <ErrorState onRetry={() => void board.refetch()}>没有取到补正。</ErrorState>;
  if (!board.data) return <SkeletonRows rows={5} rowHeight={28} blocks={1} label="补正" />;
  const { pauseBasis } = board.data;
  // A request that was closed elsewhere while its withdrawal was being written here comes before a form for the next.
  const open = written.shown.find((one) => !isAwaited(one)) ?? (form.isShown ? null : asked);
  const earlier = latest === asked || latest === open ? null : latest;
  const shown = open ?? earlier;
  return (
    <section className="bo-panel" aria-label="要求补正">
      <h3>{open ? openHeading(open) : `要求申请人补正，${pauseBasis === null ? '时限照常计算' : '明天起停止计时'}`}</h3>
      {open || pauseBasis === null ? null : <p className="ow-secondary">依据：{pauseBasis}。补正收齐的次日继续计时。</p>}
      {shown ? <CorrectionStatus one={shown} today={today} /> : null}
      {open ? (
        <>
          <WithdrawCorrection key={open.id} one={open} unsent={written.unsentOf(open)} onDone={onDone} />
          <div className="bo-panel-actions">
            <Button label="返回" keys="Escape" printOnly onClick={onClose} />
          </div>
        </>
      ) : (
        <Request
          task={task}
          choices={board.data.choices}
          latestOn={board.data.latestOn}
          form={form}
          today={today}
          onClose={onClose}
          onDone={onDone}
        />
      )}
    </section>
  );
}

function openHeading(one: CorrectionView): string {
  return isAwaited(one) ? '已要求申请人补正，等大厅收件' : '这次补正要求已经结束';
}

type Choice = ResponseOf<typeof endpoints.taskCorrections>['choices'][number];

interface RequestProps extends WorkPanelProps {
  choices: readonly Choice[];
  latestOn: IsoDate;
  form: KeptForm;
  today: IsoDate;
}

/** Which papers and fields are asked for again, and why. */
type Reasons = Readonly<Record<string, string>>;
const NO_REASONS: Reasons = {};

function Request({ task, choices, latestOn, form, today, onClose, onDone }: RequestProps) {
  const id = useId();
  const client = useQueryClient();
  const [reasons, setReasons] = useKeptValue<Reasons>(`${task.id}:corrections`, NO_REASONS);
  const [dueOn, setDueOn] = useState<IsoDate | null>(earlierOf(addCalendarDays(today, USUAL_DAYS), latestOn));
  const [tried, setTried] = useState(false);
  useWriting(form, Object.keys(reasons).length > 0);
  const keyOf = ({ kind, key }: Choice) => `${kind}-${key}`;
  const chosen = choices.filter((choice) => reasons[keyOf(choice)] !== undefined);
  const command = useCommand(
    (body: { dueOn: IsoDate; points: { kind: Choice['kind']; key: string; reason: string }[] }, keyedBy) => {
      const whole = { ...body, expectedVersion: task.version };
      return api.requestCorrections({ params: { id: task.id }, body: whole }, keyedBy({ taskId: task.id, ...whole }));
    },
    {
      onDone: (asked) => {
        setReasons(NO_REASONS);
        onDone(
          `补正告知书已出，${formatDay(asked.dueOn, today)} 前补 ${asked.points.length} 项${asked.stopsClock ? '，明天起停止计时' : ''}：${task.title}。`,
        );
      },
    },
  );
  const missing = [
    chosen.length === 0 ? '选要补正的材料或表单项' : '',
    chosen.some((choice) => (reasons[keyOf(choice)] ?? '').trim() === '') ? '每一项写哪里不对' : '',
    dueOn !== null ? '' : `补正日在明天到 ${formatDay(latestOn, today)} 之间`,
  ].filter(Boolean);
  const send = () => {
    setTried(true);
    if (missing.length > 0 || dueOn === null || command.isPending || form.told !== null) return;
    const points = chosen.map((choice) => ({ kind: choice.kind, key: choice.key, reason: (reasons[keyOf(choice)] ?? '').trim() }));
    command.mutate({ dueOn, points });
  };
  const toggle = (choice: Choice) => {
    const { [keyOf(choice)]: before, ...rest } = reasons;
    setReasons(before === undefined ? { ...rest, [keyOf(choice)]: '' } : rest);
  };
  return (
    <>
      <fieldset className="bo-choices bo-correction-choices">
        <legend className="bo-label">补哪些{chosen.length > 0 ? `，已选 ${chosen.length} 项` : ''}</legend>
        {choices.map((choice) => {
          const key = keyOf(choice);
          const reason = reasons[key];
          return (
            <div key={key}>
              <label className="bo-choice">
                <input type="checkbox" checked={reason !== undefined} onChange={() => toggle(choice)} />
                <span>{choice.name}</span>
                <span className="bo-choice-number">{choice.kind === 'material' ? '材料' : '表单'}</span>
              </label>
              {reason === undefined ? null : (
                <Input
                  autoFocus
                  value={reason}
                  maxLength={300}
                  aria-label={`${choice.name}哪里不对`}
                  placeholder="哪里不对，怎样改"
                  status={tried && reason.trim() === '' ? 'error' : ''}
                  onChange={(event) => setReasons({ ...reasons, [key]: event.target.value })}
                />
              )}
            </div>
          );
        })}
      </fieldset>
      <span className="bo-correction-day">
        <label htmlFor={`${id}-day`}>补正日</label>
        <DayInput
          id={`${id}-day`}
          value={dueOn}
          min={addCalendarDays(today, 1)}
          max={latestOn}
          invalid={tried && dueOn === null}
          onDay={setDueOn}
        />
      </span>
      <PanelFoot
        missing={missing}
        tried={tried}
        command={command}
        label="出补正告知书"
        told={form.told}
        onSend={send}
        onRefresh={() => void refreshTasks(client, task.caseId)}
        onClose={onClose}
      />
    </>
  );
}
