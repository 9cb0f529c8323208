import { shanghaiToday, yearOf } from '@onewindow/domain';
import { ErrorState, formatTime, MessageBar, SegmentedButtons, SkeletonRows, SplitGrid, useNow } from '@onewindow/ui';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { runsQuery, yearQuery } from './calendar.queries.js';
import { EditPanel } from './edit-panel.js';
import { LoadPanel } from './load-panel.js';
import { RunsPanel } from './runs-panel.js';
import { YearPane } from './year-pane.js';
import './year.css';
import './calendar.css';

type Panel = 'edit' | 'load' | 'runs';
const FIRST_YEAR = 2000;
const LAST_YEAR = 2100;

/** 管理 › 工作日历: a year as it counts, beside it what may be done with it. */
export function CalendarSection() {
  const [params, setParams] = useSearchParams();
  const today = shanghaiToday(useNow());
  const asked = Number(params.get('year'));
  const year = asked >= FIRST_YEAR && asked <= LAST_YEAR ? asked : yearOf(today);
  const panel = (['edit', 'load', 'runs'] as const).find((one) => one === params.get('panel')) ?? 'edit';
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [done, setDone] = useState<string | null>(null);
  const { data: view, error, errorUpdatedAt, refetch } = useQuery({ ...yearQuery(year), placeholderData: keepPreviousData });
  const runs = useQuery(runsQuery);
  const working = runs.data?.items.find(({ state }) => state === 'running' || state === 'waiting');
  const go = (next: Record<string, string>) => setParams({ ...Object.fromEntries(params), ...next }, { replace: true });
  const finish = (words: string) => {
    setDone(words);
    go({ panel: 'runs', run: '' });
  };
  const panels: readonly { value: Panel; label: string }[] = [
    { value: 'edit', label: '改单日' },
    { value: 'load', label: '装入一年' },
    { value: 'runs', label: working?.total ? `重算 ${Math.floor((working.done / working.total) * 100)}%` : '重算' },
  ];
  return (
    <SplitGrid
      columns={[
        {
          key: 'year',
          label: '一年',
          width: 'rest',
          main: true,
          content: view ? (
            <YearPane
              view={view}
              today={today}
              chosen={new Set(chosen)}
              onChosen={(days) => {
                setChosen(days);
                if (panel !== 'edit' && days.length > 0) go({ panel: 'edit' });
              }}
              onYear={(next) => {
                setChosen([]);
                if (next >= FIRST_YEAR && next <= LAST_YEAR) go({ year: String(next) });
              }}
            />
          ) : error ? (
            <ErrorState onRetry={() => void refetch()}>没有取到日历，{formatTime(new Date(errorUpdatedAt))}。</ErrorState>
          ) : (
            <SkeletonRows rows={12} rowHeight={50} blocks={2} label="日历" />
          ),
        },
        {
          key: 'panel',
          label: '改动',
          width: [392, 520],
          content: (
            <>
              <div className="bo-calendar-panels">
                <SegmentedButtons<Panel> label="做什么" options={panels} value={panel} onChange={(next) => go({ panel: next })} block />
              </div>
              {done ? (
                <MessageBar kind="done" onClose={() => setDone(null)}>
                  {done}
                </MessageBar>
              ) : null}
              {view && panel === 'edit' ? <EditPanel view={view} chosen={chosen} onChosen={setChosen} onDone={finish} /> : null}
              {view && panel === 'load' ? <LoadPanel view={view} onDone={finish} /> : null}
              {panel === 'runs' ? <RunsPanel today={today} run={params.get('run')} onRun={(run) => go({ run })} /> : null}
            </>
          ),
        },
      ]}
    />
  );
}
