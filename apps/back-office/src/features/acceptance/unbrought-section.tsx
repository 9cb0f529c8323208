import { useCommand } from '@onewindow/api-client';
import type { Endpoints, FollowUp, ResponseOf } from '@onewindow/contracts';
import type { IsoDate } from '@onewindow/domain';
import { Button, Clock, forgetWords, formatCaseNo, formatDay, formatMoment, Pane, useKeptWords, useKeys } from '@onewindow/ui';
import { type InfiniteData, type UseInfiniteQueryResult, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../app/api.js';
import { ProblemBar } from '../../app/problem-bar.js';
import type { Unsent } from '../../app/unsent-words.js';
import { UNBROUGHT_SHEET } from './acceptance-sheets.js';
import { ACCEPTANCE_KEY } from './acceptance.queries.js';
import { ReasonField } from './reason-field.js';
import { itemsOf, Section } from './section.js';

export interface UnbroughtSectionProps {
  query: UseInfiniteQueryResult<InfiniteData<ResponseOf<Endpoints['listUnbrought']>>>;
  row: string | null;
  onRow: (id: string) => void;
  today: IsoDate;
}

/** R2.8: papers asked for and never brought. The system ends none of them; the chief may, with a reason. */
export function UnbroughtSection({ query, row, onRow, today }: UnbroughtSectionProps) {
  return (
    <Section
      title="久未补正"
      order="过得最久的在前"
      noun="办件"
      items={itemsOf(query)}
      rowOf={(one) => ({
        key: one.caseId,
        first: one.title,
        second: `${one.itemName}·${one.hall.name}`,
        right: <Clock clock={one.clock} />,
      })}
      row={row}
      onRow={onRow}
      query={query}
      total={query.data?.pages[0]?.counts.late}
      sheet={UNBROUGHT_SHEET}
      empty="告知补正的办件都还在日子里。"
      detail={(shown, onDone, unsent, settled) => <Facts shown={shown} today={today} unsent={unsent} settled={settled} onDone={onDone} />}
      today={today}
    />
  );
}

interface FactsProps {
  shown: FollowUp;
  today: IsoDate;
  unsent: Unsent;
  /** False while it has only just come up by itself (`useSettled`): nothing is sent. */
  settled: boolean;
  onDone: (words: string) => void;
}

function Facts({ shown, today, unsent, settled, onDone }: FactsProps) {
  // The chief may end it, with a reason; the supervisor looks on.
  const terminate = shown.actions.find(({ action }) => action === 'terminate');
  const mayTerminate = terminate?.allowed === true;
  const client = useQueryClient();
  const about = `${shown.caseId}:terminate`;
  const [reason, setReason] = useKeptWords(about);
  const [isOpen, setOpen] = useState(reason !== '');
  const ending = useCommand(
    (words: string, keyedBy) => {
      const body = { expectedVersion: shown.version, reason: words };
      return api.terminateCase({ params: { id: shown.caseId }, body }, keyedBy({ id: shown.caseId, body }));
    },
    {
      onDone: () => {
        forgetWords(about);
        onDone(`${shown.title} 已终止，通知书由受理窗口打印送达。`);
        void client.invalidateQueries({ queryKey: ACCEPTANCE_KEY });
      },
    },
  );
  // A refusal opens its reason first: no single key completes it.
  useKeys({ F9: { label: '终止', run: () => setOpen(true) } }, { title: '久未补正', enabled: mayTerminate });
  // As everywhere, Esc puts the panel away with what is written in it.
  useKeys({ Escape: { label: '收起', run: () => setOpen(false) } }, { title: '终止', scope: 'panel', enabled: isOpen });
  const drop = () => {
    setReason('');
    setOpen(false);
  };
  const words = reason.trim();
  const told = ending.isPending ? null : unsent.told;
  // Who was first is said below the words that it concerns.
  const isShown = isOpen || told !== null;
  const { lastCall } = shown;
  return (
    <Pane
      size="fit"
      title={shown.title}
      words={formatCaseNo(shown.caseNo)}
      right={shown.itemName}
      inset
      foot={
        !mayTerminate ? (
          <span className="ow-secondary">{terminate?.reason ?? '终止由部门的首席代表决定'}</span>
        ) : !isShown ? (
          <Button label="终止" kind="danger" keys="F9" printOnly onClick={() => setOpen(true)} />
        ) : (
          <>
            <Button
              label="终止办理"
              kind="danger"
              keys="Ctrl+Enter"
              disabled={words === '' || told !== null}
              busy={ending.isPending || !settled}
              onClick={() => ending.mutate(words)}
            />
            <Button label="不终止" onClick={drop} />
            {words === '' ? <span className="ow-secondary">先写理由</span> : null}
          </>
        )
      }
    >
      {ending.error && told === null ? (
        <ProblemBar
          problem={ending.error}
          onRefresh={() => void client.invalidateQueries({ queryKey: ACCEPTANCE_KEY })}
          onClose={ending.reset}
        />
      ) : null}
      <dl className="bo-acceptance-facts">
        <dt>申请人</dt>
        <dd>{shown.applicantName}</dd>
        <dt>一次告知</dt>
        <dd>{`${shown.servedAt ? formatMoment(shown.servedAt, today) : ''}，盼 ${formatDay(shown.by, today)} 前补齐`}</dd>
        <dt>还差</dt>
        <dd>{shown.materials.map(({ name, reason: why }) => `${name}（${why}）`).join('、') || '材料齐了，等窗口受理'}</dd>
        <dt>电话通知</dt>
        <dd>{lastCall ? `${formatMoment(lastCall.at, today)} ${lastCall.staff.name}：${lastCall.words}` : '没有打过电话'}</dd>
      </dl>
      {!isShown ? null : (
        <div className="bo-acceptance-form">
          <ReasonField
            id="bo-terminate-reason"
            label="终止理由，写进终止办理通知书"
            maxLength={500}
            value={reason}
            unsent={{ ...unsent, told }}
            onChange={setReason}
            autoFocus
          />
        </div>
      )}
    </Pane>
  );
}
