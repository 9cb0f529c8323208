import { useCommand } from '@onewindow/api-client';
import type { AskedConsultation } from '@onewindow/contracts';
import { shanghaiToday } from '@onewindow/domain';
import { Button, useKeptAnswer, useNow } from '@onewindow/ui';
import { useQueryClient } from '@tanstack/react-query';
import { Input } from 'antd';
import { api } from '../../../app/api.js';
import { ProblemBar } from '../../../app/problem-bar.js';
import { UnsentWords } from '../../../app/unsent-words.js';
import { refreshTasks } from '../desk.queries.js';
import { askedSettled } from './asked-settled.js';

/** 撤回 behind a question that is still open; it asks why, because the other department is told. */
export function WithdrawConsultation({ one, caseId }: { one: AskedConsultation; caseId: string }) {
  const client = useQueryClient();
  const today = shanghaiToday(useNow());
  const [reason, setReason] = useKeptAnswer(`${one.taskId}:withdraw`);
  const refresh = () => void refreshTasks(client, caseId);
  const command = useCommand(
    (words: string, keyedBy) =>
      api.withdrawConsultation({ params: { id: one.taskId }, body: { reason: words } }, keyedBy({ taskId: one.taskId, words })),
    {
      onDone: () => {
        setReason(null);
        refresh();
      },
    },
  );
  const mayWithdraw = one.actions.some(({ action, allowed }) => action === 'withdraw' && allowed);
  if (!mayWithdraw && (reason === null || reason === '')) return null;
  if (reason === null) {
    return (
      <span>
        <button type="button" className="ow-link ow-small" onClick={() => setReason('')}>
          撤回
        </button>
      </span>
    );
  }
  const words = reason.trim();
  const told =
    mayWithdraw || command.isPending ? null : <UnsentWords onSeen={() => setReason(null)}>{askedSettled(one, today)}</UnsentWords>;
  return (
    <>
      <span className="bo-consult-withdraw">
        <Input
          size="small"
          autoFocus
          value={reason}
          maxLength={300}
          aria-label={`撤回${one.department.shortName}的理由`}
          placeholder="撤回理由"
          onChange={(event) => setReason(event.target.value)}
        />
        <Button
          size="small"
          label="撤回"
          kind="danger"
          disabled={words === '' || told !== null}
          busy={command.isPending}
          onClick={() => command.mutate(words)}
        />
        <Button size="small" label="不撤" onClick={() => setReason(null)} />
      </span>
      {told}
      {command.error && told === null ? (
        <ProblemBar
          problem={command.error}
          onRefresh={() => {
            command.reset();
            refresh();
          }}
          onRetry={() => command.mutate(words)}
          onClose={command.reset}
        />
      ) : null}
    </>
  );
}
