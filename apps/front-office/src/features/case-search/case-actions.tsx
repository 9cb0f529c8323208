import { useCommand } from '@onewindow/api-client';
import type { ActionState, CaseDetail } from '@onewindow/contracts';
import { canPlanCaseAction } from '@onewindow/domain';
import { ActionButton, Button, forgetWords, MessageBar, useKeptWords } from '@onewindow/ui';
import { Checkbox, Input } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { api } from '../../app/api.js';
import { queryClient } from '../../app/query-client.js';
import { aboutCase } from '../../app/written-about.js';
import { caseKey } from '../counter/index.js';
import { awaitedQuery } from '../follow-up/index.js';

/** Actions that are taken on the counter's own screen. */
const AT_COUNTER = ['takeIn', 'accept', 'supplement', 'decline', 'receive', 'decide'];

/** One button for everything that is done on the counter: allowed as soon as one of its actions is. */
function counterAction(actions: readonly ActionState[]): ActionState | undefined {
  const own = AT_COUNTER.flatMap((name) => actions.find((a) => a.action === name) ?? []);
  return own.find((a) => a.allowed) ?? own[0];
}

/** What can be done to the case from here, as the server offers it. */
export function CaseActions({ detail }: { detail: CaseDetail }) {
  const navigate = useNavigate();
  const [withdrawing, setWithdrawing] = useState(false);
  const find = (name: string) => detail.actions.find((a) => a.action === name);
  const isSupplement = canPlanCaseAction(detail.status, 'takeIn');
  const withdraw = find('withdraw');
  return (
    <>
      <div className="fo-case-actions">
        <ActionButton
          action={counterAction(detail.actions)}
          label={isSupplement ? '到受理台接收补正' : '到受理台办'}
          keys="Enter"
          reasonAt="elsewhere"
          kind={isSupplement ? 'primary' : 'normal'}
          onAct={() => void navigate(`/counter/${detail.id}`)}
        />
        <BringPapers caseId={detail.id} />
        <ActionButton
          action={find('handOver')}
          label="去出件"
          reasonAt="elsewhere"
          kind={find('handOver')?.allowed ? 'primary' : 'normal'}
          onAct={() => void navigate(`/issue?case=${detail.id}`)}
        />
        <ActionButton action={withdraw} label="撤件" reasonAt="elsewhere" kind="danger" onAct={() => setWithdrawing(true)} />
      </div>
      {withdrawing && withdraw?.allowed ? <WithdrawForm detail={detail} onClose={() => setWithdrawing(false)} /> : null}
    </>
  );
}

/** 通办: whoever names the number brings what the case waits for to this counter, or hears where it is taken. */
function BringPapers({ caseId }: { caseId: string }) {
  const navigate = useNavigate();
  const { data } = useQuery(awaitedQuery(caseId));
  if (!data) return null;
  const [deferred, corrections] = [data.deferred.length, data.corrections.length];
  if (deferred + corrections === 0) return null;
  const label = corrections === 0 ? `收容缺材料 ${deferred} 份` : deferred === 0 ? '收审查补正' : '收容缺材料、审查补正';
  return (
    <ActionButton
      action={data.actions.find(({ action }) => action === 'bringPapers')}
      label={label}
      keys="Alt+M"
      kind="primary"
      onAct={() => void navigate(`/follow-up?case=${caseId}`)}
    />
  );
}

/** R11: a withdrawal rests on the applicant's written request, and says why. */
function WithdrawForm({ detail, onClose }: { detail: CaseDetail; onClose: () => void }) {
  const about = aboutCase(detail.id, 'withdraw');
  const [reason, setReason] = useKeptWords(about);
  const [written, setWritten] = useState(false);
  const withdraw = useCommand(
    (reason: string, keyedBy) => {
      const body = { expectedVersion: detail.version, reason, writtenRequest: true } as const;
      return api.withdrawCase({ params: { id: detail.id }, body }, keyedBy({ id: detail.id, body }));
    },
    {
      onDone: (fresh) => {
        forgetWords(about);
        queryClient.setQueryData(caseKey(detail.id), fresh);
        for (const key of ['cases', 'case-events']) void queryClient.invalidateQueries({ queryKey: [key] });
        onClose();
      },
    },
  );
  const cannot = reason.trim() === '' || !written;
  return (
    <form
      className="fo-withdraw"
      aria-label="撤件"
      onSubmit={(event) => {
        event.preventDefault();
        if (!cannot) withdraw.mutate(reason.trim());
      }}
    >
      <Checkbox checked={written} onChange={(event) => setWritten(event.target.checked)}>
        已收申请人的书面撤件申请
      </Checkbox>
      <Input
        autoFocus
        value={reason}
        maxLength={500}
        aria-label="撤件理由"
        placeholder="撤件理由"
        onChange={(event) => setReason(event.target.value)}
      />
      <Button
        label="撤件"
        kind="danger"
        keys="Ctrl+Enter"
        keyScope="panel"
        disabled={cannot}
        busy={withdraw.isPending}
        onClick={() => withdraw.mutate(reason.trim())}
      />
      <Button label="不撤" keys="Escape" keyScope="panel" onClick={onClose} />
      {withdraw.error ? (
        <MessageBar
          kind={withdraw.error.status === 409 ? 'conflict' : 'error'}
          {...(withdraw.error.status === 409
            ? { onAction: () => void queryClient.invalidateQueries({ queryKey: caseKey(detail.id) }) }
            : {})}
        >
          {withdraw.error.message}
        </MessageBar>
      ) : null}
    </form>
  );
}
