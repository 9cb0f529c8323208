import { useCommand } from '@onewindow/api-client';
import type { ProcedureView } from '@onewindow/contracts';
import { ActionButton, Button, forgetWords, useKeptWords } from '@onewindow/ui';
import { Input } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { api } from '../../app/api.js';
import { ProblemBar } from '../../app/problem-bar.js';
import { type Unsent, useWriting } from '../../app/unsent-words.js';
import { refreshClockWork } from './clock-work.queries.js';

type Answer = 'approve' | 'refuse' | 'withdraw';

export interface ProcedureDecisionProps {
  procedure: ProcedureView;
  unsent: Unsent;
  /** False while this request has only just come up by itself (`useSettled`): nothing is sent. */
  settled: boolean;
  onDone: (words: string) => void;
}

/** A request for a pause before the one who decides: agreed to with one press, refused with a reason; who asked may take it back. */
export function ProcedureDecision({ procedure, unsent, settled, onDone }: ProcedureDecisionProps) {
  const fieldId = useId();
  const client = useQueryClient();
  const about = `${procedure.id}:refuse`;
  const [reason, setReason] = useKeptWords(about);
  const [refuses, setRefuses] = useState(reason !== '');
  const command = useCommand(
    ({ answer, words }: { answer: Answer; words: string }, keyedBy) => {
      const key = keyedBy({ id: procedure.id, answer, words });
      const params = { id: procedure.id };
      if (answer === 'approve') return api.approveProcedure({ params }, key);
      if (answer === 'withdraw') return api.withdrawProcedure({ params }, key);
      return api.refuseProcedure({ params, body: { reason: words } }, key);
    },
    {
      onDone: (_view, { answer }) => {
        forgetWords(about);
        const { label, requestedBy } = procedure;
        onDone(
          answer === 'approve'
            ? `已同意${label}，告知书已出，明天起停止计时。`
            : answer === 'refuse'
              ? `没有同意${label}，已告诉${requestedBy.name}。`
              : `已撤回${label}的申请。`,
        );
        refreshClockWork(client);
      },
    },
  );
  const actionOf = (name: Answer) => procedure.actions.find(({ action }) => action === name);
  const send = (answer: Answer) => command.mutate({ answer, words: reason.trim() });
  const isWriting = reason !== '';
  useWriting(unsent, isWriting);
  const told = command.isPending ? null : unsent.told;
  // Who had the right when the words were written keeps the words.
  const decides = isWriting || actionOf('approve')?.allowed === true;
  const busy = command.isPending || !settled;
  return (
    <div className="bo-panel">
      {refuses ? (
        <span className="bo-field">
          <label htmlFor={fieldId}>不同意的理由</label>
          <Input.TextArea
            id={fieldId}
            autoFocus
            rows={2}
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </span>
      ) : null}
      {told}
      {command.error && told === null ? (
        <ProblemBar problem={command.error} onRefresh={() => refreshClockWork(client)} onClose={command.reset} />
      ) : null}
      <div className="bo-panel-actions">
        {decides ? null : (
          <ActionButton action={actionOf('withdraw')} label="撤回申请" busy={busy} reasonAt="beside" onAct={() => send('withdraw')} />
        )}
        {decides && refuses ? (
          <>
            {reason.trim() === '' ? <span className="ow-action-reason">先写理由</span> : null}
            <Button label="返回" onClick={() => setRefuses(false)} />
            <Button
              label={`不同意${procedure.label}`}
              kind="danger"
              disabled={reason.trim() === '' || told !== null}
              busy={busy}
              onClick={() => send('refuse')}
            />
          </>
        ) : null}
        {decides && !refuses ? (
          <>
            <Button label="不同意" kind="danger" onClick={() => setRefuses(true)} />
            <Button
              label={`同意${procedure.label}，出告知书`}
              kind="primary"
              keys="Ctrl+Enter"
              keyScope="panel"
              disabled={told !== null}
              busy={busy}
              onClick={() => send('approve')}
            />
          </>
        ) : null}
      </div>
    </div>
  );
}
