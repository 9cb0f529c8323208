import { useCommand } from '@onewindow/api-client';
import type { Endpoints, OverrideView, ResponseOf } from '@onewindow/contracts';
import type { IsoDate } from '@onewindow/domain';
import { Button, forgetWords, formatCaseNo, formatMoment, Pane, useKeptWords } from '@onewindow/ui';
import { type InfiniteData, type UseInfiniteQueryResult, useQueryClient } from '@tanstack/react-query';
import { api } from '../../app/api.js';
import { ProblemBar } from '../../app/problem-bar.js';
import type { Unsent } from '../../app/unsent-words.js';
import { OVERRIDES_SHEET } from './acceptance-sheets.js';
import { ACCEPTANCE_KEY } from './acceptance.queries.js';
import { ReasonField } from './reason-field.js';
import { itemsOf, Section } from './section.js';

export interface OverrideSectionProps {
  query: UseInfiniteQueryResult<InfiniteData<ResponseOf<Endpoints['listOverrideRequests']>>>;
  row: string | null;
  onRow: (id: string) => void;
  today: IsoDate;
}

/** R2.3: clerks ask for a further supplement notice; the supervisor's word is recorded with its reason. */
export function OverrideSection({ query, row, onRow, today }: OverrideSectionProps) {
  return (
    <Section
      title="再次告知申请"
      order="先申请的在前"
      noun="申请"
      items={itemsOf(query)}
      rowOf={(one) => ({
        key: one.id,
        first: one.title,
        second: `${one.itemName}·${one.hall.name}`,
        right: `${one.requestedBy.name} ${formatMoment(one.requestedAt, today)}`,
      })}
      row={row}
      onRow={onRow}
      query={query}
      total={query.data?.pages[0]?.total}
      sheet={OVERRIDES_SHEET}
      empty="没有等答复的申请。"
      detail={(request, onDone, unsent, settled) => (
        <Answer request={request} today={today} unsent={unsent} settled={settled} onDone={onDone} onReload={() => void query.refetch()} />
      )}
      today={today}
    />
  );
}

interface AnswerProps {
  request: OverrideView;
  today: IsoDate;
  unsent: Unsent;
  /** False while it has only just come up by itself (`useSettled`): nothing is sent. */
  settled: boolean;
  onDone: (words: string) => void;
  onReload: () => void;
}

function Answer({ request, today, unsent, settled, onDone, onReload }: AnswerProps) {
  const client = useQueryClient();
  const about = `${request.id}:answer`;
  const [reason, setReason] = useKeptWords(about);
  const answer = useCommand(
    (body: { grant: boolean; reason: string }, keyedBy) =>
      api.answerOverrideRequest({ params: { id: request.id }, body }, keyedBy({ id: request.id, body })),
    {
      onDone: ({ state }) => {
        forgetWords(about);
        onDone(`${request.title} 的再次告知${state === 'granted' ? '已放行' : '没有放行'}，已告诉${request.requestedBy.name}。`);
        void client.invalidateQueries({ queryKey: ACCEPTANCE_KEY });
      },
    },
  );
  const words = reason.trim();
  const told = answer.isPending ? null : unsent.told;
  const cannot = words === '' || told !== null;
  const send = (grant: boolean) => !cannot && answer.mutate({ grant, reason: words });
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
            disabled={cannot}
            busy={answer.isPending || !settled}
            onClick={() => send(true)}
          />
          <Button label="不放行" kind="danger" disabled={cannot} busy={answer.isPending || !settled} onClick={() => send(false)} />
          {words === '' ? <span className="ow-secondary">先写理由</span> : null}
        </>
      }
    >
      <div className="bo-acceptance-form">
        {answer.error && told === null ? <ProblemBar problem={answer.error} onRefresh={onReload} onClose={answer.reset} /> : null}
        <p>
          {`${request.requestedBy.name} ${formatMoment(request.requestedAt, today)} 申请再次一次告知：`}
          <strong>{request.requestReason}</strong>
        </p>
        <p className="ow-secondary">受理前只能告知一次。放行只管下一次告知，理由记入办件经过。</p>
        <ReasonField
          id="bo-override-reason"
          label="理由"
          maxLength={300}
          value={reason}
          unsent={{ ...unsent, told }}
          onChange={setReason}
        />
      </div>
    </Pane>
  );
}
