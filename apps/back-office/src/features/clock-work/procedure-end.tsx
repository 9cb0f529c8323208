import { useCommand } from '@onewindow/api-client';
import { MATERIAL_MEDIA_TYPES, type ProcedureView } from '@onewindow/contracts';
import { dateWords, type IsoDate } from '@onewindow/domain';
import { ActionButton, Button, DayInput, FileDrop, useKeptWords } from '@onewindow/ui';
import { Input } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { api } from '../../app/api.js';
import { ProblemBar } from '../../app/problem-bar.js';
import { type Unsent, useWriting } from '../../app/unsent-words.js';
import { CLOCK_WORK_KEY, refreshClockWork } from './clock-work.queries.js';
import { Objections } from './objections.js';

const LARGEST = 20 * 1024 * 1024;

export interface ProcedureEndProps {
  procedure: ProcedureView;
  today: IsoDate;
  unsent: Unsent;
  /** False while this pause has only just come up by itself (`useSettled`): nothing is sent. */
  settled: boolean;
  onDone: (words: string) => void;
  /** Leaves the form; where it is a panel of its own. */
  onClose?: () => void;
}

/** A running procedure comes to its end: the document, the outcome, the last day; a public notice with its objections instead. */
export function ProcedureEnd({ procedure, today, unsent, settled, onDone, onClose }: ProcedureEndProps) {
  const id = useId();
  const client = useQueryClient();
  const [outcome, setOutcome] = useKeptWords(`${procedure.id}:end`);
  const [refused, setRefused] = useState<string | null>(null);
  const [objecting, setObjecting] = useState(false);
  const { label, announcedEnd, objections } = procedure;
  const isNotice = procedure.kind === 'publicNotice';
  // A notice has run when its days have, however late that is recorded.
  const [endedOn, setEndedOn] = useState<IsoDate | null>(isNotice && announcedEnd !== null && announcedEnd < today ? announcedEnd : today);
  const upload = useCommand(
    (file: File, keyedBy) =>
      api.addProcedureDocument(
        { params: { id: procedure.id } },
        { file, fileName: file.name, ...keyedBy({ id: procedure.id, name: file.name, size: file.size, at: file.lastModified }) },
      ),
    { onDone: () => void client.invalidateQueries({ queryKey: CLOCK_WORK_KEY }) },
  );
  const end = useCommand(
    (body: { outcome: string; endedOn: string }, keyedBy) =>
      api.endProcedure({ params: { id: procedure.id }, body }, keyedBy({ id: procedure.id, body })),
    {
      onDone: () => {
        setOutcome('');
        onDone(`${label}已结束，${endedOn === today ? '明天起' : ''}继续计时。`);
        refreshClockWork(client);
      },
    },
  );
  const action = procedure.actions.find((one) => one.action === 'end');
  const open = objections.filter(({ answer }) => answer === null).length;
  const hindrance = isNotice
    ? announcedEnd !== null && (announcedEnd >= today || (endedOn !== null && endedOn < announcedEnd))
      ? `公示到 ${dateWords(announcedEnd, today)} 期满，次日起再结束`
      : open > 0
        ? `还有 ${open} 条异议没有答复`
        : null
    : procedure.document === null
      ? '先上传结果文件'
      : null;
  const missing = hindrance ?? (outcome.trim() === '' ? '先写结果' : endedOn === null ? '先填最后一天' : null);
  const problem = end.error ?? upload.error;
  useWriting(unsent, outcome !== '' || objecting);
  const told = end.isPending ? null : unsent.told;
  return (
    <div className="bo-panel">
      {isNotice ? <Objections procedure={procedure} today={today} isOver={told !== null} onWriting={setObjecting} /> : null}
      {isNotice ? null : (
        <span className="bo-clock-upload">
          <span className="bo-label">结果文件</span>
          <span>{upload.isPending ? '正在上传' : (procedure.document?.name ?? '还没有')}</span>
          <FileDrop
            label={procedure.document === null ? '选文件' : '换文件'}
            size="small"
            multiple={false}
            accept={MATERIAL_MEDIA_TYPES}
            maxBytes={LARGEST}
            disabled={upload.isPending}
            onFiles={([file], [why]) => {
              setRefused(why ?? null);
              if (file) upload.mutate(file);
            }}
          />
        </span>
      )}
      {refused ? (
        <p className="bo-field-error" role="alert">
          {refused}
        </p>
      ) : null}
      <span className="bo-field">
        <label htmlFor={`${id}-outcome`}>{label}结果</label>
        <Input.TextArea
          id={`${id}-outcome`}
          rows={2}
          maxLength={1000}
          value={outcome}
          onChange={(event) => setOutcome(event.target.value)}
        />
      </span>
      <span className="bo-field">
        <label htmlFor={`${id}-day`}>最后一天（次日起继续计时）</label>
        <DayInput id={`${id}-day`} min={procedure.startedOn} max={today} value={endedOn} onDay={setEndedOn} />
      </span>
      {told}
      {problem && told === null ? (
        <ProblemBar
          problem={problem}
          onRefresh={() => refreshClockWork(client)}
          onClose={() => {
            end.reset();
            upload.reset();
          }}
        />
      ) : null}
      <div className="bo-panel-actions">
        {onClose ? <Button label="返回" keys="Escape" printOnly onClick={onClose} /> : null}
        <ActionButton
          action={action}
          label={`结束${label}`}
          kind="primary"
          keys="Ctrl+Enter"
          keyScope="panel"
          busy={end.isPending || !settled}
          reasonAt="below"
          {...(told !== null ? { hindrance: '已经结束' } : missing === null ? {} : { hindrance: missing })}
          onAct={() => {
            if (endedOn !== null) end.mutate({ outcome: outcome.trim(), endedOn });
          }}
        />
      </div>
    </div>
  );
}
