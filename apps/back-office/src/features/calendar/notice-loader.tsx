import { useCommand } from '@onewindow/api-client';
import type { CalendarYearView, NoticeReading } from '@onewindow/contracts';
import { Button, forgetWords, MessageBar, Pane, SlowProgress, useKeptWords, useSettled } from '@onewindow/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { problemOf } from '@onewindow/api-client';
import { Input } from 'antd';
import type { ReactNode } from 'react';
import { api } from '../../app/api.js';
import { ProblemBar } from '../../app/problem-bar.js';
import { CALENDAR_KEY } from './calendar.queries.js';
import { EffectView } from './effect-view.js';

export interface LoaderProps {
  view: CalendarYearView;
  head: string;
  ways: ReactNode;
  onDone: (words: string) => void;
}

/** The notice is pasted, read and counted; only then can it be loaded. */
export function NoticeLoader({ view, head, ways, onDone }: LoaderProps) {
  const client = useQueryClient();
  const about = { text: `calendar:${view.year}:notice`, source: `calendar:${view.year}:source` };
  const [text, setText] = useKeptWords(about.text);
  const [source, setSource] = useKeptWords(about.source);
  const params = { year: view.year };
  const { version } = view;
  const reading = useMutation({
    mutationFn: (given: { text: string; version: number }) => api.previewCalendarNotice({ params, body: { text: given.text } }),
  });
  const load = useCommand(
    (body: { text: string; source: string; expectedVersion: number }, keyedBy) =>
      api.loadCalendarNotice({ params, body }, keyedBy({ ...params, ...body })),
    {
      onDone: (run) => {
        Object.values(about).forEach(forgetWords);
        void client.invalidateQueries({ queryKey: CALENDAR_KEY });
        onDone(`${run.words}。在办件随之重算。`);
      },
    },
  );
  const read = reading.data;
  // What was counted before somebody else changed the calendar is counted anew; what was pasted stays.
  const isOutdated = read !== undefined && reading.variables?.text === text && reading.variables.version !== version;
  const isOfThis = read !== undefined && reading.variables?.text === text && !isOutdated;
  const isRead = isOfThis && read.faults.length === 0;
  const unread = isOutdated ? '日历刚改过，再核对' : '先核对';
  const missing = text.trim() === '' ? '贴通知全文' : !isRead ? unread : source.trim() === '' ? '写文号' : null;
  // One key checks, then loads: the second of two quick presses must not load what nobody has seen the effect of.
  const settled = useSettled(isRead ? 'load' : 'check');
  const check = () => reading.mutate({ text, version });
  const send = () => load.mutate({ text, source: source.trim(), expectedVersion: version });
  return (
    <Pane
      title={head}
      inset
      foot={
        <>
          <Button
            label={head}
            kind={isRead ? 'primary' : 'normal'}
            {...(isRead ? { keys: 'Ctrl+Enter' } : {})}
            disabled={missing !== null}
            busy={load.isPending || !settled}
            onClick={send}
          />
          {missing ? <span className="ow-action-reason">{missing}</span> : null}
        </>
      }
    >
      <div className="bo-calendar-form">
        {ways}
        <label htmlFor="bo-notice-text">国务院办公厅通知全文</label>
        <Input.TextArea
          id="bo-notice-text"
          rows={7}
          maxLength={8000}
          value={text}
          placeholder="一、元旦：1月1日（周五）至3日（周日）放假，共3天。"
          onChange={(event) => setText(event.target.value)}
        />
        <label htmlFor="bo-notice-source">文号</label>
        <Input
          id="bo-notice-source"
          maxLength={120}
          value={source}
          placeholder={`国办发明电〔${view.year - 1}〕9 号`}
          onChange={(event) => setSource(event.target.value)}
        />
        <div>
          <Button
            label="核对通知"
            kind={isRead ? 'normal' : 'primary'}
            {...(isRead ? {} : { keys: 'Ctrl+Enter' })}
            disabled={text.trim() === ''}
            busy={reading.isPending || !settled}
            onClick={check}
          />
        </div>
        {reading.isPending ? <SlowProgress doing="正在核对，数要变的件" after={300} /> : null}
        {reading.error ? <ProblemBar problem={problemOf(reading.error)} onRetry={check} /> : null}
        {load.error ? (
          <ProblemBar
            problem={load.error}
            onRefresh={() => void client.invalidateQueries({ queryKey: CALENDAR_KEY })}
            onRetry={send}
            onClose={load.reset}
          />
        ) : null}
        {isOfThis ? <Reading reading={read} /> : null}
      </div>
    </Pane>
  );
}

function Reading({ reading }: { reading: NoticeReading }) {
  const short = (days: readonly string[]): string => {
    const [first, last] = [days[0], days.at(-1)];
    return first === undefined || last === undefined ? '' : first === last ? first.slice(5) : `${first.slice(5)} 至 ${last.slice(5)}`;
  };
  return (
    <>
      {reading.faults.length > 0 ? <MessageBar kind="error">{`${reading.faults.length} 处不对，改好再核对。`}</MessageBar> : null}
      <ul className="bo-calendar-faults">
        {reading.faults.map((fault) => (
          <li key={fault}>{fault}</li>
        ))}
      </ul>
      {reading.effect ? <EffectView effect={reading.effect} ofYear /> : null}
      <table className="bo-notice-table" aria-label="读出的放假安排">
        <tbody>
          {reading.holidays.map(({ name, off, work }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{`${short(off)} 休 ${off.length} 天`}</td>
              <td>{work.length > 0 ? `${work.map((day) => day.slice(5)).join('、')} 班` : ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
