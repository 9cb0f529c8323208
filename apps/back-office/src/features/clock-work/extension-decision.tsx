import { useCommand } from '@onewindow/api-client';
import type { ExtensionView } from '@onewindow/contracts';
import { EXTENSION_STATUS_LABELS, type IsoDate } from '@onewindow/domain';
import { ActionButton, Button, forgetWords, formatMoment, useKeptWords } from '@onewindow/ui';
import { Input } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { api } from '../../app/api.js';
import { ProblemBar } from '../../app/problem-bar.js';
import { type Unsent, useWriting } from '../../app/unsent-words.js';
import { refreshClockWork } from './clock-work.queries.js';
import './clock-work.css';

type Answer = 'grant' | 'refuse' | 'withdraw';

export interface ExtensionDecisionProps {
  extension: ExtensionView;
  today: IsoDate;
  unsent: Unsent;
  /** False while this request has only just come up by itself (`useSettled`): nothing is sent. */
  settled: boolean;
  onDone: (words: string) => void;
}

/** A request for an extension before the chief, who names the authorising document or says why not; who asked may take it back. */
export function ExtensionDecision({ extension, today, unsent, settled, onDone }: ExtensionDecisionProps) {
  const fieldId = useId();
  const client = useQueryClient();
  // What authorises it is no reason against it: each keeps its own words.
  const about = { document: `${extension.id}:document`, reason: `${extension.id}:refuse` };
  const [document, setDocument] = useKeptWords(about.document);
  const [reason, setReason] = useKeptWords(about.reason);
  const [refuses, setRefuses] = useState(reason !== '');
  const words = refuses ? reason : document;
  const command = useCommand(
    (answer: Answer, keyedBy) => {
      const text = words.trim();
      const key = keyedBy({ id: extension.id, answer, text });
      const params = { id: extension.id };
      if (answer === 'grant') return api.grantExtension({ params, body: { document: text } }, key);
      if (answer === 'withdraw') return api.withdrawExtension({ params }, key);
      return api.refuseExtension({ params, body: { reason: text } }, key);
    },
    {
      onDone: (_view, answer) => {
        Object.values(about).forEach(forgetWords);
        const { days, requestedBy } = extension;
        onDone(
          answer === 'grant'
            ? `已延长 ${days} 个工作日，通知书已出。`
            : answer === 'refuse'
              ? `没有同意延长，已告诉${requestedBy.name}。`
              : '已撤回延期的申请。',
        );
        refreshClockWork(client);
      },
    },
  );
  const actionOf = (name: Answer) => extension.actions.find(({ action }) => action === name);
  const isWriting = document !== '' || reason !== '';
  useWriting(unsent, isWriting);
  const told = command.isPending ? null : unsent.told;
  // Who had the right when the words were written keeps the words.
  const decides = isWriting || actionOf('grant')?.allowed === true;
  const busy = command.isPending || !settled;
  const label = refuses ? '不同意的理由' : '批准文件：名称和文号';
  const missing = words.trim() === '' ? (refuses ? '先写理由' : '先写批准文件') : null;
  return (
    <div className="bo-panel">
      <dl className="bo-clock-facts">
        <dt>延长</dt>
        <dd>
          {extension.days} 个工作日，{EXTENSION_STATUS_LABELS[extension.status]}
        </dd>
        <dt>理由</dt>
        <dd>{extension.reason}</dd>
        <dt>申请</dt>
        <dd>
          {extension.requestedBy.name} {formatMoment(extension.requestedAt, today)}
        </dd>
      </dl>
      {decides ? (
        <span className="bo-field">
          <label htmlFor={fieldId}>{label}</label>
          <Input
            key={label}
            id={fieldId}
            autoFocus={refuses}
            maxLength={refuses ? 500 : 120}
            value={words}
            {...(refuses ? {} : { placeholder: '关于延长办理期限的批复（临卫办〔2026〕12 号）' })}
            onChange={({ target: { value } }) => (refuses ? setReason : setDocument)(value)}
          />
        </span>
      ) : null}
      {told}
      {command.error && told === null ? (
        <ProblemBar problem={command.error} onRefresh={() => refreshClockWork(client)} onClose={command.reset} />
      ) : null}
      <div className="bo-panel-actions">
        {missing !== null && decides ? <span className="ow-action-reason">{missing}</span> : null}
        {decides ? (
          <>
            <Button label={refuses ? '返回' : '不同意'} kind={refuses ? 'normal' : 'danger'} onClick={() => setRefuses(!refuses)} />
            <Button
              label={refuses ? '不同意延长' : `延长 ${extension.days} 个工作日`}
              kind={refuses ? 'danger' : 'primary'}
              {...(refuses ? {} : { keys: 'Ctrl+Enter', keyScope: 'panel' as const })}
              disabled={missing !== null || told !== null}
              busy={busy}
              onClick={() => command.mutate(refuses ? 'refuse' : 'grant')}
            />
          </>
        ) : (
          <ActionButton action={actionOf('withdraw')} label="撤回申请" busy={busy} onAct={() => command.mutate('withdraw')} />
        )}
      </div>
    </div>
  );
}
