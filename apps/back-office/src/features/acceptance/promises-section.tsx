import { useCommand } from '@onewindow/api-client';
import type { BarredApplicant, Endpoints, ResponseOf } from '@onewindow/contracts';
import { dateWords, type IsoDate } from '@onewindow/domain';
import { ActionButton, forgetWords, formatCaseNo, Pane, useKeptWords } from '@onewindow/ui';
import { useQueryClient, type InfiniteData, type UseInfiniteQueryResult } from '@tanstack/react-query';
import { api } from '../../app/api.js';
import { ProblemBar } from '../../app/problem-bar.js';
import type { Unsent } from '../../app/unsent-words.js';
import { PROMISES_SHEET } from './acceptance-sheets.js';
import { ACCEPTANCE_KEY } from './acceptance.queries.js';
import { ReasonField } from './reason-field.js';
import { itemsOf, Section } from './section.js';

export interface PromisesSectionProps {
  query: UseInfiniteQueryResult<InfiniteData<ResponseOf<Endpoints['listBarredApplicants']>>>;
  row: string | null;
  onRow: (id: string) => void;
  today: IsoDate;
}

function arrivalWords({ arrivedOn }: BarredApplicant, today: IsoDate): string {
  return arrivedOn === null ? '至今未交' : `${dateWords(arrivedOn, today)} 才交`;
}

/** R4.4: promises that were not kept close deferral to their applicants, until a supervisor lifts it with a reason. */
export function PromisesSection({ query, row, onRow, today }: PromisesSectionProps) {
  return (
    <Section
      title="未兑现的容缺承诺"
      order="早的在前"
      noun="承诺"
      items={itemsOf(query)}
      rowOf={(one) => ({
        key: `${one.caseId}:${one.code}`,
        first: `${one.applicantName}·${one.materialName}`,
        second: `${one.itemName}·${one.hall.name}`,
        right: `承诺 ${dateWords(one.dueOn, today)}，${arrivalWords(one, today)}`,
      })}
      row={row}
      onRow={onRow}
      query={query}
      total={query.data?.pages[0]?.total}
      sheet={PROMISES_SHEET}
      empty="没有未兑现的承诺，容缺都开着。"
      detail={(promise, onDone, unsent, settled) => (
        <Lifting promise={promise} today={today} unsent={unsent} settled={settled} onDone={onDone} onReload={() => void query.refetch()} />
      )}
      today={today}
    />
  );
}

interface LiftingProps {
  promise: BarredApplicant;
  today: IsoDate;
  unsent: Unsent;
  /** False while it has only just come up by itself (`useSettled`): nothing is sent. */
  settled: boolean;
  onDone: (words: string) => void;
  onReload: () => void;
}

function Lifting({ promise, today, unsent, settled, onDone, onReload }: LiftingProps) {
  const client = useQueryClient();
  const about = `${promise.applicantId}:lift`;
  const [reason, setReason] = useKeptWords(about);
  const words = reason.trim();
  const lift = useCommand(
    (body: { reason: string }, keyedBy) =>
      api.liftDeferralBar({ params: { id: promise.applicantId }, body }, keyedBy({ id: promise.applicantId, body })),
    {
      onDone: () => {
        forgetWords(about);
        onDone(`${promise.applicantName} 的容缺已恢复，理由记入办件经过。`);
        void client.invalidateQueries({ queryKey: ACCEPTANCE_KEY });
      },
    },
  );
  const told = lift.isPending ? null : unsent.told;
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
          busy={lift.isPending || !settled}
          {...(told !== null ? { hindrance: '已先办' } : words === '' ? { hindrance: '先写理由' } : {})}
          onAct={() => lift.mutate({ reason: words })}
        />
      }
    >
      <div className="bo-acceptance-form">
        {lift.error && told === null ? <ProblemBar problem={lift.error} onRefresh={onReload} onClose={lift.reset} /> : null}
        <p>
          <strong>{promise.materialName}</strong>
          {`承诺 ${dateWords(promise.dueOn, today)} 前补齐，${arrivalWords(promise, today)}。${formatCaseNo(promise.caseNo)}`}
        </p>
        <p className="ow-secondary">
          {`${dateWords(promise.unkeptOn, today)} 记为未兑现，此后各事项都不能容缺。${promise.others > 0 ? `恢复时，另外 ${promise.others} 份一并恢复。` : ''}`}
        </p>
        <ReasonField
          id="bo-lift-reason"
          label="恢复的理由"
          maxLength={500}
          value={reason}
          unsent={{ ...unsent, told }}
          onChange={setReason}
        />
      </div>
    </Pane>
  );
}
