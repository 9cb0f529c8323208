import { useCommand } from '@onewindow/api-client';
import type { BarredApplicant, Endpoints, ResponseOf } from '@onewindow/contracts';
import { dateWords, type IsoDate } from '@onewindow/domain';
import { ActionButton, Empty, formatCaseNo, MessageBar, Pane } from '@onewindow/ui';
import { useQueryClient, type InfiniteData, type UseInfiniteQueryResult } from '@tanstack/react-query';
import { Input } from 'antd';
import { useState } from 'react';
import { api } from '../../app/api.js';
import { ProblemBar } from '../../app/problem-bar.js';
import { ACCEPTANCE_KEY } from './acceptance.queries.js';
import { CaseStory } from './case-story.js';
import { Section } from './section.js';

export interface PromisesSectionProps {
  query: UseInfiniteQueryResult<InfiniteData<ResponseOf<Endpoints['listBarredApplicants']>>>;
  row: string | null;
  onRow: (id: string) => void;
  today: IsoDate;
}

const keyOf = ({ caseId, code }: BarredApplicant): string => `${caseId}:${code}`;

function arrivalWords({ arrivedOn }: BarredApplicant, today: IsoDate): string {
  return arrivedOn === null ? '至今未交' : `${dateWords(arrivedOn, today)} 才交`;
}

/** R4.4: promises that were not kept close deferral to their applicants, until a supervisor lifts it with a reason. */
export function PromisesSection({ query, row, onRow, today }: PromisesSectionProps) {
  const [done, setDone] = useState<string | null>(null);
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  const promise = items.find((one) => keyOf(one) === row) ?? items[0];
  return (
    <Section
      title="未兑现的容缺承诺"
      order="早的在前"
      rows={items.map((one) => ({
        key: keyOf(one),
        first: `${one.applicantName}·${one.materialName}`,
        second: `${one.itemName}·${one.hall.name}`,
        right: `承诺 ${dateWords(one.dueOn, today)}，${arrivalWords(one, today)}`,
      }))}
      at={promise ? keyOf(promise) : null}
      onAt={onRow}
      query={query}
      more={{ has: query.hasNextPage, busy: query.isFetchingNextPage, load: () => void query.fetchNextPage() }}
      empty="没有未兑现的承诺，容缺都开着。"
    >
      {done ? (
        <MessageBar kind="done" onClose={() => setDone(null)}>
          {done}
        </MessageBar>
      ) : null}
      {promise ? (
        <>
          <Lifting
            key={keyOf(promise)}
            promise={promise}
            others={items.filter((one) => one.applicantId === promise.applicantId).length - 1}
            today={today}
            onDone={setDone}
            onReload={() => void query.refetch()}
          />
          <CaseStory caseId={promise.caseId} today={today} />
        </>
      ) : (
        <Pane label="承诺">
          <Empty>左边没有承诺。</Empty>
        </Pane>
      )}
    </Section>
  );
}

interface LiftingProps {
  promise: BarredApplicant;
  /** Further unkept promises of the same applicant, lifted together. */
  others: number;
  today: IsoDate;
  onDone: (words: string) => void;
  onReload: () => void;
}

function Lifting({ promise, others, today, onDone, onReload }: LiftingProps) {
  const client = useQueryClient();
  const [reason, setReason] = useState('');
  const words = reason.trim();
  const lift = useCommand(
    (body: { reason: string }, keyedBy) =>
      api.liftDeferralBar({ params: { id: promise.applicantId }, body }, keyedBy({ id: promise.applicantId, body })),
    {
      onDone: () => {
        onDone(`${promise.applicantName} 的容缺已恢复，理由记入办件经过。`);
        void client.invalidateQueries({ queryKey: ACCEPTANCE_KEY });
      },
    },
  );
  return (
    <Pane
      size="fit"
      title={promise.applicantName}
      words={promise.identityMasked}
      right={promise.grade === null ? '未评信用等级' : `信用等级 ${promise.grade}`}
      inset
      foot={
        <ActionButton
          action={promise.actions.find((one) => one.action === 'promise.lift')}
          label="恢复容缺"
          kind="primary"
          keys="Ctrl+Enter"
          busy={lift.isPending}
          {...(words === '' ? { hindrance: '先写理由' } : {})}
          onAct={() => lift.mutate({ reason: words })}
        />
      }
    >
      <div className="bo-acceptance-form">
        {lift.error ? <ProblemBar problem={lift.error} onRefresh={onReload} /> : null}
        <p>
          <strong>{promise.materialName}</strong>
          {`承诺 ${dateWords(promise.dueOn, today)} 前补齐，${arrivalWords(promise, today)}。${formatCaseNo(promise.caseNo)}`}
        </p>
        <p className="ow-secondary">
          {`${dateWords(promise.unkeptOn, today)} 记为未兑现，此后各事项都不能容缺。${others > 0 ? `恢复时，另外 ${others} 份一并恢复。` : ''}`}
        </p>
        <label htmlFor="bo-lift-reason">恢复的理由</label>
        <Input.TextArea
          id="bo-lift-reason"
          autoSize={{ minRows: 2, maxRows: 5 }}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </div>
    </Pane>
  );
}
