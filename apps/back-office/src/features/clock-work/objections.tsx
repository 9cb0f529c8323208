import { useCommand } from '@onewindow/api-client';
import type { ObjectionView, ProcedureView } from '@onewindow/contracts';
import { dateWords, type IsoDate, pastMomentWords } from '@onewindow/domain';
import { Button, useKeptWords } from '@onewindow/ui';
import { Input } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { api } from '../../app/api.js';
import { ProblemBar } from '../../app/problem-bar.js';
import { UnsentWords, useWriting } from '../../app/unsent-words.js';
import { useWrittenIds } from '../../app/use-written-ids.js';
import { refreshClockWork } from './clock-work.queries.js';

/** In place of the id that the next objection does not have yet. */
const NEW = 'new';

export interface ObjectionsProps {
  procedure: ProcedureView;
  today: IsoDate;
  /** Whether an objection or an answer is being written: it outlasts the end of the notice. */
  onWriting: (isWriting: boolean) => void;
  /** The notice was ended elsewhere meanwhile, which is told below: nothing can be sent any more. */
  isOver: boolean;
}

/** 公示异议: those that came in, each with its answer, and the next one. */
export function Objections({ procedure, today, onWriting, isOver }: ObjectionsProps) {
  const [records, setRecords] = useState(false);
  const [written, note] = useWrittenIds();
  useWriting({ onWriting }, written.length > 0);
  const close = () => {
    setRecords(false);
    note(NEW, false);
  };
  const { objections } = procedure;
  return (
    <section className="bo-clock-objections" aria-label="公示异议">
      <span className="bo-clock-upload">
        <span className="bo-label">异议</span>
        <span>{objections.length === 0 ? '还没有' : `${objections.length} 条`}</span>
        {records ? null : <Button label="记一条异议" size="small" disabled={isOver} onClick={() => setRecords(true)} />}
      </span>
      {records ? <NewObjection procedure={procedure} today={today} isOver={isOver} onWriting={note} onClose={close} /> : null}
      {objections.map((objection) => (
        <Objection key={objection.id} objection={objection} today={today} isOver={isOver} onWriting={note} />
      ))}
    </section>
  );
}

interface WrittenProps {
  today: IsoDate;
  isOver: boolean;
  onWriting: (id: string, isWriting: boolean) => void;
}

function NewObjection({ procedure, today, isOver, onWriting, onClose }: WrittenProps & { procedure: ProcedureView; onClose: () => void }) {
  const id = useId();
  const client = useQueryClient();
  const [by, setBy] = useKeptWords(`${procedure.id}:objection-by`);
  const [words, setWords] = useKeptWords(`${procedure.id}:objection`);
  const finish = () => {
    setBy('');
    setWords('');
    onClose();
  };
  const record = useCommand(
    (body: { by: string; words: string }, keyedBy) =>
      api.recordObjection({ params: { id: procedure.id }, body }, keyedBy({ id: procedure.id, body })),
    {
      onDone: () => {
        finish();
        refreshClockWork(client);
      },
    },
  );
  const missing = by.trim() === '' ? '先写谁提出的' : words.trim() === '' ? '先写异议内容' : null;
  useWriting({ onWriting: (isWriting) => onWriting(NEW, isWriting) }, by !== '' || words !== '');
  return (
    <div className="bo-panel">
      <span className="bo-field">
        <label htmlFor={`${id}-by`}>谁提出的（{dateWords(today, today)} 收到）</label>
        <Input id={`${id}-by`} autoFocus maxLength={60} value={by} onChange={(event) => setBy(event.target.value)} />
      </span>
      <span className="bo-field">
        <label htmlFor={`${id}-words`}>异议内容</label>
        <Input.TextArea id={`${id}-words`} rows={2} maxLength={1000} value={words} onChange={(event) => setWords(event.target.value)} />
      </span>
      {record.error && !isOver ? <ProblemBar problem={record.error} onClose={record.reset} /> : null}
      <div className="bo-panel-actions">
        {missing !== null && !isOver ? <span className="ow-action-reason">{missing}</span> : null}
        <Button label="不记了" size="small" onClick={finish} />
        <Button
          label="记下异议"
          size="small"
          disabled={missing !== null || isOver}
          busy={record.isPending}
          onClick={() => record.mutate({ by: by.trim(), words: words.trim() })}
        />
      </div>
    </div>
  );
}

function Objection({ objection, today, isOver, onWriting }: WrittenProps & { objection: ObjectionView }) {
  const id = useId();
  const client = useQueryClient();
  const [answer, setAnswer] = useKeptWords(`${objection.id}:answer`);
  const send = useCommand(
    (words: string, keyedBy) =>
      api.answerObjection({ params: { id: objection.id }, body: { answer: words } }, keyedBy({ id: objection.id, words })),
    {
      onDone: () => {
        setAnswer('');
        refreshClockWork(client);
      },
    },
  );
  useWriting({ onWriting: (isWriting) => onWriting(objection.id, isWriting) }, answer !== '');
  // Somebody else's answer takes nothing away that is being written.
  const isLate = objection.answer !== null && answer !== '' && !send.isPending;
  return (
    <div className="bo-clock-objection">
      <p>
        <strong>{objection.by}</strong> {dateWords(objection.receivedOn, today)}：{objection.words}
      </p>
      {objection.answer === null || isLate ? (
        <span className="bo-clock-answer">
          <Input
            id={id}
            aria-label={`答复${objection.by}`}
            placeholder="答复"
            maxLength={1000}
            value={answer}
            onChange={(event) => setAnswer(event.target.value)}
          />
          <Button
            label="答复异议"
            size="small"
            disabled={answer.trim() === '' || isLate || isOver}
            busy={send.isPending}
            onClick={() => send.mutate(answer.trim())}
          />
        </span>
      ) : (
        <p className="ow-secondary">
          答复：{objection.answer}（{objection.answeredBy?.name}）
        </p>
      )}
      {isLate ? (
        <UnsentWords onSeen={() => setAnswer('')}>
          {objection.answeredBy?.name} {objection.answeredAt === null ? '' : pastMomentWords(objection.answeredAt, today)} 已答复
        </UnsentWords>
      ) : null}
      {send.error && !isLate ? <ProblemBar problem={send.error} onRefresh={() => refreshClockWork(client)} onClose={send.reset} /> : null}
    </div>
  );
}
