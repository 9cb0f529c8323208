import type { CalendarMove, CalendarRun } from '@onewindow/contracts';
import {
  Empty,
  ErrorState,
  formatCaseNo,
  formatCount,
  formatDay,
  formatMoment,
  formatTime,
  ListRow,
  Pane,
  SkeletonRows,
  TwoLines,
  useKeys,
} from '@onewindow/ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { VirtualList } from '../../app/virtual-list.js';
import { movesQuery } from './calendar.queries.js';

const ROW = 44;

/** The cases of which a run moved a date; Enter opens one with all its dates before and after. */
export function MovesPane({ run, today }: { run: CalendarRun; today: string }) {
  const query = useInfiniteQuery({ ...movesQuery(run.id), enabled: run.moved > 0 });
  const [at, setAt] = useState(0);
  const [open, setOpen] = useState<string | null>(null);
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  const toggle = (move: CalendarMove | undefined) =>
    setOpen((before) => (move === undefined || before === move.caseId ? null : move.caseId));
  useKeys(
    {
      J: { label: '下一件', run: () => setAt(Math.min(items.length - 1, at + 1)), repeat: true },
      K: { label: '上一件', run: () => setAt(Math.max(0, at - 1)), repeat: true },
      O: { label: '看这一件的日期', run: () => toggle(items[at]) },
    },
    { title: '日期变了的办件', enabled: items.length > 0 },
  );
  return (
    <Pane
      title="日期变了的办件"
      words={`${formatCount(run.moved)} 件`}
      right={items.length > 0 ? 'J K 移动·O 打开' : undefined}
      scrolls={false}
    >
      {query.isLoading ? <SkeletonRows rows={4} rowHeight={ROW} blocks={1} label="办件" /> : null}
      {query.error ? (
        <ErrorState onRetry={() => void query.refetch()}>没有取到办件，{formatTime(new Date(query.errorUpdatedAt))}。</ErrorState>
      ) : null}
      {run.moved === 0 ? <Empty>{run.state === 'finished' ? '没有一件的日期变。' : '还没有日期变的办件。'}</Empty> : null}
      {items.length > 0 ? (
        <VirtualList
          items={items}
          keyOf={({ caseId }) => caseId}
          rowHeight={ROW}
          label="日期变了的办件"
          focusIndex={at}
          hasMore={query.hasNextPage}
          loading={query.isFetchingNextPage}
          onMore={() => void query.fetchNextPage()}
          renderRow={(move, index) => (
            <ListRow
              label={move.caseNo}
              height={ROW}
              focused={index === at}
              onOpen={() => {
                setAt(index);
                toggle(move);
              }}
            >
              <div className="bo-move">
                <div className="bo-move-line">
                  <TwoLines first={formatCaseNo(move.caseNo)} second={`${move.itemName}·${move.department.shortName}`} />
                  <span className="bo-move-dates">{shortDates(move, today)}</span>
                </div>
                {open === move.caseId ? <MoveDates move={move} today={today} /> : null}
              </div>
            </ListRow>
          )}
        />
      ) : null}
    </Pane>
  );
}

type Dates = CalendarMove['promised'];
const words = (dates: NonNullable<Dates>, today: string): string =>
  `${dates.from ? formatDay(dates.from, today) : '无'} → ${dates.to ? formatDay(dates.to, today) : '无'}`;

function shortDates({ promised, statutory, steps }: CalendarMove, today: string): string {
  if (promised) return `承诺 ${words(promised, today)}`;
  if (statutory) return `法定 ${words(statutory, today)}`;
  const [step] = steps;
  return step ? `${step.name} ${words(step, today)}` : '';
}

function MoveDates({ move, today }: { move: CalendarMove; today: string }) {
  const { acceptedOn, promised, statutory, steps, at } = move;
  return (
    <dl className="bo-move-facts">
      <dt>起算</dt>
      <dd>{acceptedOn ? `${formatDay(acceptedOn, today)} 受理，次日起算` : '未受理'}</dd>
      <dt>承诺</dt>
      <dd>{promised ? words(promised, today) : '不变'}</dd>
      <dt>法定</dt>
      <dd>{statutory ? words(statutory, today) : '不变'}</dd>
      {steps.map((step) => (
        <FactRow key={step.name} name={step.name} value={words(step, today)} />
      ))}
      <dt>记入</dt>
      <dd>{`${formatMoment(at, today)}，写进本件经过`}</dd>
    </dl>
  );
}

function FactRow({ name, value }: { name: string; value: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  );
}
