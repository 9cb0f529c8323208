import type { CalendarRun } from '@onewindow/contracts';
import {
  Chip,
  Empty,
  ErrorState,
  formatCount,
  formatMoment,
  formatTime,
  ListRow,
  Pane,
  SkeletonRows,
  SlowProgress,
  TwoLines,
} from '@onewindow/ui';
import { useQuery } from '@tanstack/react-query';
import { runsQuery } from './calendar.queries.js';
import { MovesPane } from './moves-pane.js';

export interface RunsPanelProps {
  today: string;
  run: string | null;
  onRun: (id: string) => void;
}

const STATES = {
  waiting: { tone: 'neutral', words: '等待' },
  running: { tone: 'accent', words: '重算中' },
  finished: { tone: 'green', words: '算完' },
  superseded: { tone: 'neutral', words: '由后一次代替' },
} as const satisfies Record<CalendarRun['state'], { tone: 'neutral' | 'accent' | 'green'; words: string }>;

/** 重算: what was changed, how far every open case has been computed anew, and which of them moved. */
export function RunsPanel({ today, run, onRun }: RunsPanelProps) {
  const { data, isPending, error, errorUpdatedAt, refetch } = useQuery(runsQuery);
  const items = data?.items ?? [];
  const shown = items.find(({ id }) => id === run) ?? items[0];
  return (
    <>
      <Pane title="改动和重算" words={items.length > 0 ? `${items.length} 次` : undefined} right="最近的在前">
        {isPending ? <SkeletonRows rows={4} rowHeight={50} blocks={1} label="改动" /> : null}
        {error ? <ErrorState onRetry={() => void refetch()}>没有取到改动，{formatTime(new Date(errorUpdatedAt))}。</ErrorState> : null}
        {data && items.length === 0 ? <Empty>日历还没有改过。</Empty> : null}
        <div role="list">
          {items.map((one) => (
            <ListRow key={one.id} label={one.words} height={50} focused={one.id === shown?.id} onOpen={() => onRun(one.id)}>
              <TwoLines first={one.words} second={secondLine(one, today)} strong={one.id === shown?.id} />
              <span className="bo-run-state">
                <Chip tone={STATES[one.state].tone} ground={one.state === 'finished' ? 'tint' : 'outline'}>
                  {STATES[one.state].words}
                </Chip>
              </span>
            </ListRow>
          ))}
        </div>
      </Pane>
      {shown && (shown.state === 'running' || shown.state === 'waiting') ? (
        <div className="bo-run-progress">
          <SlowProgress
            doing={`正在重算在办件，已变 ${formatCount(shown.moved)} 件`}
            after={0}
            {...(shown.total === null ? {} : { done: shown.done, total: shown.total })}
          />
        </div>
      ) : null}
      {shown ? <MovesPane key={shown.id} run={shown} today={today} /> : null}
    </>
  );
}

function secondLine(run: CalendarRun, today: string): string {
  const who = `${run.by?.name ?? '系统'} ${formatMoment(run.createdAt, today)}`;
  if (run.state === 'waiting') return who;
  return `${who}·算 ${formatCount(run.done)} 件，变 ${formatCount(run.moved)} 件${secondsOf(run)}`;
}

function secondsOf({ startedAt, endedAt }: CalendarRun): string {
  if (startedAt === null || endedAt === null) return '';
  const seconds = (Date.parse(endedAt) - Date.parse(startedAt)) / 1000;
  return `，用 ${seconds < 10 ? seconds.toFixed(1) : Math.round(seconds)} 秒`;
}
