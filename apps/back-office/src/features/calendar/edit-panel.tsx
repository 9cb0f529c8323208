import { problemOf, useCommand } from '@onewindow/api-client';
import type { CalendarYearView } from '@onewindow/contracts';
import { Button, formatDay, Pane, SegmentedButtons, SlowProgress, useKeptWords } from '@onewindow/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Input } from 'antd';
import { useState } from 'react';
import { api } from '../../app/api.js';
import { ProblemBar } from '../../app/problem-bar.js';
import { CALENDAR_KEY, type DayEdit, type DayKind, effectQuery } from './calendar.queries.js';
import { EffectView } from './effect-view.js';

export interface EditPanelProps {
  view: CalendarYearView;
  chosen: readonly string[];
  onChosen: (days: readonly string[]) => void;
  onDone: (words: string) => void;
}

const KINDS: readonly { value: DayKind; label: string }[] = [
  { value: 'off', label: '休息' },
  { value: 'work', label: '上班' },
  { value: 'notice', label: '按放假安排' },
];

/** 改单日: the chosen days, what they become and why; what it does is counted before it is done. */
export function EditPanel({ view, chosen, onChosen, onDone }: EditPanelProps) {
  const client = useQueryClient();
  const [kind, setKind] = useState<DayKind>('off');
  const [reason, setReason] = useKeptWords('calendar:edit');
  const refusal = view.actions.find(({ action }) => action === 'editDays')?.reason;
  const days = [...chosen].sort();
  const effect = useQuery({ ...effectQuery(days, kind, view.version), enabled: days.length > 0 && refusal === undefined });
  const change = useCommand(
    (body: { days: DayEdit[]; expectedVersion: number }, keyedBy) => api.editCalendarDays({ body }, keyedBy(body)),
    {
      onDone: (run) => {
        onChosen([]);
        setReason('');
        void client.invalidateQueries({ queryKey: CALENDAR_KEY });
        onDone(`${run.words}。在办件随之重算。`);
      },
    },
  );
  const missing = refusal ?? hindranceOf(days, kind, reason) ?? (effect.error ? '改一改再试' : effect.data ? null : '正在数要变的件');
  const send = () => {
    if (missing === null)
      change.mutate({
        days: days.map((day) => ({ day, kind, ...(reason.trim() === '' ? {} : { reason: reason.trim() }) })),
        expectedVersion: view.version,
      });
  };
  return (
    <>
      <Pane
        title="改单日"
        words={days.length > 0 ? `${days.length} 天` : undefined}
        size="fit"
        inset
        foot={
          <>
            <Button
              label={days.length > 0 ? `改 ${days.length} 天` : '改单日'}
              kind="primary"
              keys="Ctrl+Enter"
              disabled={missing !== null}
              busy={change.isPending}
              onClick={send}
            />
            {missing ? <span className="ow-action-reason">{missing}</span> : null}
          </>
        }
      >
        <div className="bo-calendar-form">
          {change.error ? (
            <ProblemBar
              problem={change.error}
              onRefresh={() => void client.invalidateQueries({ queryKey: CALENDAR_KEY })}
              onRetry={send}
              onClose={change.reset}
            />
          ) : null}
          <p className="bo-calendar-days">
            {days.length === 0 ? '还没有选日子。' : days.map((day) => <span key={day}>{formatDay(day, `${view.year}-01-01`)}</span>)}
          </p>
          <SegmentedButtons<DayKind> label="改为" options={KINDS} value={kind} onChange={setKind} block />
          <label htmlFor="bo-calendar-reason">{kind === 'notice' ? '理由，可空' : '理由，日期说明里会显示'}</label>
          <Input
            id="bo-calendar-reason"
            maxLength={60}
            value={reason}
            placeholder="台风停工"
            onChange={(event) => setReason(event.target.value)}
          />
          {effect.isFetching ? <SlowProgress doing="正在数要变的件" after={300} /> : null}
          {effect.error && days.length > 0 ? <ProblemBar problem={problemOf(effect.error)} /> : null}
          {effect.data && days.length > 0 && !effect.error ? <EffectView effect={effect.data} /> : null}
        </div>
      </Pane>
      <StandingEdits
        view={view}
        onTakeBack={(day) => {
          setKind('notice');
          onChosen([day]);
        }}
      />
    </>
  );
}

/** What the officer has not given yet. */
function hindranceOf(days: readonly string[], kind: DayKind, reason: string): string | null {
  if (days.length === 0) return '在左边选日子';
  return kind !== 'notice' && reason.trim() === '' ? '写理由' : null;
}

/** The edits in force in this year, each with its reason. */
function StandingEdits({ view, onTakeBack }: { view: CalendarYearView; onTakeBack: (day: string) => void }) {
  const edited = view.days.filter(({ before }) => before !== null);
  return (
    <Pane title="单日调整" words={edited.length > 0 ? `${edited.length} 处` : undefined}>
      {edited.length === 0 ? <p className="bo-calendar-none">{`${view.year} 年没有单日调整。`}</p> : null}
      <ul className="bo-calendar-edits">
        {edited.map(({ day, working, name, before }) => (
          <li key={day}>
            <span>{`${day.slice(5)} ${before === 'work' ? '上班' : '休息'} → ${working ? '上班' : '休息'}`}</span>
            <span className="bo-cut">{name}</span>
            <Button size="small" label="撤回" onClick={() => onTakeBack(day)} />
          </li>
        ))}
      </ul>
    </Pane>
  );
}
