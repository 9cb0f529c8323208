import { useCommand } from '@onewindow/api-client';
import { topicOf, type CaseDetail } from '@onewindow/contracts';
import { Button, Chip, formatMoment, MessageBar, useKeptWords, useNow } from '@onewindow/ui';
import { shanghaiDateOf } from '@onewindow/domain';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { Input } from 'antd';
import { api } from '../../app/api.js';
import { queryClient } from '../../app/query-client.js';
import './follow-up.css';

/** The latest request for a further notice of one case. */
const overrideQuery = (caseId: string) =>
  queryOptions({
    queryKey: ['supplement-override', caseId],
    queryFn: ({ signal }) => api.getSupplementOverride({ params: { id: caseId } }, { signal }),
    meta: { topics: [topicOf.case(caseId)] },
  });

/** R2.3: a further notice before acceptance needs a supervisor's word; asked for here, answered at the supervisor's desk. */
export function OverrideRequest({ detail }: { detail: CaseDetail }) {
  // Only what came back after a notice can be told once more: then the server offers it, allowed or already granted.
  return detail.actions.some(({ action }) => action === 'requestOverride') ? <Asking detail={detail} /> : null;
}

function Asking({ detail }: { detail: CaseDetail }) {
  const today = shanghaiDateOf(useNow());
  const [reason, setReason] = useKeptWords(`${detail.id}:override`);
  const latest = useQuery(overrideQuery(detail.id));
  const ask = useCommand(
    (reason: string, keyedBy) => {
      const body = { expectedVersion: detail.version, reason };
      return api.requestSupplementOverride({ params: { id: detail.id }, body }, keyedBy({ id: detail.id, body }));
    },
    {
      onDone: ({ request }) => {
        setReason('');
        queryClient.setQueryData(overrideQuery(detail.id).queryKey, { request });
      },
    },
  );
  const request = latest.data?.request ?? null;
  if (detail.actions.some(({ action, allowed }) => action === 'supplement' && allowed)) {
    return (
      <p>
        <Chip tone="green">督查员已放行</Chip> {request?.answerReason}
      </p>
    );
  }
  if (request?.state === 'open') {
    return (
      <p>
        <Chip tone="yellow">等督查员答复</Chip> {`${formatMoment(request.requestedAt, today)} 申请：${request.requestReason}`}
      </p>
    );
  }
  return (
    <div className="fo-second-notice">
      {request?.state === 'refused' ? (
        <MessageBar kind="conflict">{`${request.answeredBy?.name ?? '督查员'}没有放行：${request.answerReason ?? ''}`}</MessageBar>
      ) : null}
      {ask.error ? <MessageBar kind="error">{ask.error.message}</MessageBar> : null}
      <label htmlFor="fo-override">再次告知要督查员放行，写明理由</label>
      <Input id="fo-override" value={reason} maxLength={300} onChange={(event) => setReason(event.target.value)} />
      <div>
        <Button label="申请再次告知" disabled={reason.trim() === ''} busy={ask.isPending} onClick={() => ask.mutate(reason.trim())} />
      </div>
    </div>
  );
}
