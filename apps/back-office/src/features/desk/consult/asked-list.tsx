import type { AskedConsultation } from '@onewindow/contracts';
import { dateWords, type IsoDate, isTaskDeemed, isTaskStanding, shanghaiDateOf, TASK_STATUS_LABELS } from '@onewindow/domain';
import { Chip, Clock, outcomeWords, Paused } from '@onewindow/ui';
import type { ReactNode } from 'react';
import { silenceWords } from './silence-words.js';
import './asked.css';

export interface AskedListProps {
  asked: readonly AskedConsultation[];
  today: IsoDate;
  /** What stands behind one: 撤回. */
  endOf: (one: AskedConsultation) => ReactNode;
}

/** 协办: who was asked and what came of it: answered green, silent yellow with the day and its consequence, 视为无意见 neutral. */
export function AskedList({ asked, today, endOf }: AskedListProps) {
  if (asked.length === 0) return null;
  return (
    <ul className="bo-asked" aria-label="协办">
      {asked.map((one) => (
        <li key={one.taskId} className={`bo-asked-${toneOf(one)}`}>
          <span className="bo-asked-head">
            <strong>{one.department.shortName}</strong>
            <State one={one} />
          </span>
          <span className="ow-secondary ow-small">{wordsOf(one, today)}</span>
          {one.opinion && one.doneAt ? <span className="bo-asked-opinion">{one.opinion}</span> : null}
          {endOf(one)}
        </li>
      ))}
    </ul>
  );
}

function isOpen({ status }: AskedConsultation): boolean {
  return isTaskStanding(status);
}

function toneOf(one: AskedConsultation): 'green' | 'yellow' | 'red' | 'neutral' {
  if (isOpen(one)) return one.clock && one.clock.light !== 'green' && !one.paused ? 'yellow' : 'neutral';
  return outcomeWords({ kind: 'consultation', outcome: one.outcome })?.tone ?? 'neutral';
}

function State({ one }: { one: AskedConsultation }) {
  if (isOpen(one)) return <Clock clock={one.clock} paused={one.paused !== null} />;
  const words = outcomeWords({ kind: 'consultation', outcome: one.outcome });
  const shape = words && words.tone !== 'neutral' ? {} : { shape: 'none' as const };
  return (
    <Chip tone={words?.tone ?? 'neutral'} {...shape}>
      {words?.words ?? (one.withdrawnReason === null ? TASK_STATUS_LABELS[one.status] : '已撤回')}
    </Chip>
  );
}

function wordsOf(one: AskedConsultation, today: IsoDate): ReactNode {
  if (one.paused) return <Paused pause={one.paused} today={today} />;
  if (isOpen(one)) return `${one.holder ? `${one.holder.name}已签收` : '未签收'}，${silenceWords(one.silenceOn, one.clock, today)}`;
  const day = one.doneAt ? dateWords(shanghaiDateOf(one.doneAt), today) : '';
  if (isTaskDeemed(one.status)) return `${day} 系统记入`;
  return one.withdrawnReason === null ? `${day} ${one.holder?.name ?? ''}` : `${day} 撤回：${one.withdrawnReason}`;
}
