import { useCommand } from '@onewindow/api-client';
import type { Endpoints, OverrideView, ResponseOf } from '@onewindow/contracts';
import type { IsoDate } from '@onewindow/domain';
import { Button, Empty, formatCaseNo, formatMoment, MessageBar, Pane } from '@onewindow/ui';
import { useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { Input } from 'antd';
import { useState } from 'react';
import { api } from '../../app/api.js';
import { ProblemBar } from '../../app/problem-bar.js';
import { ACCEPTANCE_KEY } from './acceptance.queries.js';
import { CaseStory } from './case-story.js';
import { Section } from './section.js';

export interface OverrideSectionProps {
  query: UseQueryResult<ResponseOf<Endpoints['listOverrideRequests']>>;
  row: string | null;
  onRow: (id: string) => void;
  today: IsoDate;
}

/** R2.3: clerks ask for a further supplement notice; the supervisor's word is recorded with its reason. */
export function OverrideSection({ query, row, onRow, today }: OverrideSectionProps) {
  const [done, setDone] = useState<string | null>(null);
  const items = query.data?.items ?? [];
  const request = items.find(({ id }) => id === row) ?? items[0];
  return (
    <Section
      title="再次告知申请"
      order="先申请的在前"
      rows={items.map((one) => ({
        key: one.id,
        first: one.title,
        second: `${one.itemName}·${one.hall.name}`,
        right: `${one.requestedBy.name} ${formatMoment(one.requestedAt, today)}`,
      }))}
      at={request?.id ?? null}
      onAt={onRow}
      query={query}
      empty="没有等答复的申请。"
    >
      {done ? (
        <MessageBar kind="done" onClose={() => setDone(null)}>
          {done}
        </MessageBar>
      ) : null}
      {request ? (
        <>
          <Answer key={request.id} request={request} today={today} onDone={setDone} onReload={() => void query.refetch()} />
          <CaseStory caseId={request.caseId} today={today} />
        </>
      ) : (
        <Pane label="申请">
          <Empty>左边没有申请。</Empty>
        </Pane>
      )}
    </Section>
  );
}

interface AnswerProps {
  request: OverrideView;
  today: IsoDate;
  onDone: (words: string) => void;
  onReload: () => void;
}

function Answer({ request, today, onDone, onReload }: AnswerProps) {
  const client = useQueryClient();
  const [reason, setReason] = useState('');
  const answer = useCommand(
    (body: { grant: boolean; reason: string }, keyedBy) =>
      api.answerOverrideRequest({ params: { id: request.id }, body }, keyedBy({ id: request.id, body })),
    {
      onDone: ({ state }) => {
        onDone(`${request.title} 的再次告知${state === 'granted' ? '已放行' : '没有放行'}，已告诉${request.requestedBy.name}。`);
        void client.invalidateQueries({ queryKey: ACCEPTANCE_KEY });
      },
    },
  );
  const words = reason.trim();
  const send = (grant: boolean) => words !== '' && answer.mutate({ grant, reason: words });
  return (
    <Pane
      size="fit"
      title={request.title}
      words={formatCaseNo(request.caseNo)}
      right={request.itemName}
      inset
      foot={
        <>
          <Button
            label="放行一次"
            kind="primary"
            keys="Ctrl+Enter"
            disabled={words === ''}
            busy={answer.isPending}
            onClick={() => send(true)}
          />
          <Button label="不放行" kind="danger" disabled={words === ''} busy={answer.isPending} onClick={() => send(false)} />
          {words === '' ? <span className="ow-secondary">先写理由</span> : null}
        </>
      }
    >
      <div className="bo-acceptance-form">
        {answer.error ? <ProblemBar problem={answer.error} onRefresh={onReload} /> : null}
        <p>
          {`${request.requestedBy.name} ${formatMoment(request.requestedAt, today)} 申请再次一次告知：`}
          <strong>{request.requestReason}</strong>
        </p>
        <p className="ow-secondary">受理前只能告知一次。放行只管下一次告知，理由记入办件经过。</p>
        <label htmlFor="bo-override-reason">理由</label>
        <Input.TextArea
          id="bo-override-reason"
          autoSize={{ minRows: 2, maxRows: 5 }}
          maxLength={300}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </div>
    </Pane>
  );
}
