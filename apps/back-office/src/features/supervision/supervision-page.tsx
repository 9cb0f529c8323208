import {
  ActionButton,
  announce,
  Empty,
  ErrorState,
  formatCount,
  formatTime,
  MessageBar,
  SkeletonRows,
  SplitGrid,
  useKeys,
  useScreenSize,
} from '@onewindow/ui';
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { api } from '../../app/api.js';
import { ProblemBar } from '../../app/problem-bar.js';
import { useCommand } from '../../app/use-command.js';
import { moveCursor } from '../desk/index.js';
import { outcomeWord } from './batch-words.js';
import { CountsStrip } from './counts-strip.js';
import { HeatMap } from './heat-map.js';
import type { ReassignStart } from './reassign-drawer.js';
import { extendTo, NOTHING, selectAll, toggleOne, type Selection } from './selection.js';
import { filtersInForce, readStalledFilter, stalledQuery, writeStalledFilter, type StalledFilter } from './stalled-filter.js';
import { StalledList } from './stalled-list.js';
import { SupervisionDock } from './supervision-dock.js';
import { batchQuery, overviewQuery, stalledListQuery, SUPERVISION_KEY } from './supervision.queries.js';
import { useExport } from './use-export.js';
import './supervision.css';

/** 督查台: the region's numbers, the heat map, what stands still, and 改派 beside it. */
export function SupervisionPage() {
  const client = useQueryClient();
  const isWide = useScreenSize() === 'wide';
  const [params, setParams] = useSearchParams();
  const filter = readStalledFilter(params);
  const batchId = params.get('batch');
  const overview = useQuery(overviewQuery(filter.clock));
  const list = useInfiniteQuery(stalledListQuery(filter));
  const batch = useQuery({ ...batchQuery(batchId ?? ''), enabled: batchId !== null });
  const [cursor, setCursor] = useState<string | null>(null);
  const [selection, setSelection] = useState<Selection>(NOTHING);
  const [reassigning, setReassigning] = useState<ReassignStart | null>(null);
  const [viewing, setViewing] = useState<string | null>(null);
  const exports = useExport();
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  const total = list.data?.pages[0]?.total;
  const ids = rows.map(({ id }) => id);
  const at = cursor !== null && ids.includes(cursor) ? cursor : (ids[0] ?? null);

  function setFilter(next: StalledFilter) {
    // What is ticked but no longer in sight must not be moved by mistake.
    setSelection(NOTHING);
    setReassigning(null);
    setViewing(null);
    setParams(writeStalledFilter(next));
  }
  const setBatch = (id: string | null) => {
    const next = writeStalledFilter(filter);
    if (id) next.set('batch', id);
    setParams(next);
  };
  const whole = useCommand(() => api.listStalledIds({ query: stalledQuery(filter) }), {
    onDone: ({ ids: found }) => setSelection(selectAll(found)),
  });

  function move(step: 1 | -1) {
    const next = moveCursor(ids, at, step);
    setCursor(next);
    setViewing(null);
    const row = rows.find(({ id }) => id === next);
    if (row) announce(`停滞 ${row.stalledDays} 天，${row.itemName} ${row.title}`);
  }
  function check(id: string, withShift: boolean) {
    setCursor(id);
    setSelection(withShift ? extendTo(selection, id, ids) : toggleOne(selection, id));
  }
  function openDrawer() {
    const taskIds = selection.ids.size > 0 ? [...selection.ids] : at ? [at] : [];
    if (taskIds.length > 0) setReassigning({ taskIds, strategy: 'balanced', reason: reassigning?.reason ?? '' });
  }
  useKeys(
    {
      J: { label: '下一件', run: () => move(1), repeat: true },
      K: { label: '上一件', run: () => move(-1), repeat: true },
      X: { label: '选中', run: () => (at ? check(at, false) : undefined) },
      'Shift+X': { label: '连选到这里', run: () => (at ? check(at, true) : undefined) },
      'Ctrl+A': { label: '全选筛选结果', run: () => whole.mutate(undefined) },
      Enter: { label: '看办件', run: () => setViewing(at) },
    },
    { title: '督查台' },
  );

  const departmentNames = new Map(overview.data?.rows.map(({ department }) => [department.id, department.name]));
  const inForce = filtersInForce(filter, {
    departments: (chosen) => {
      const names = chosen.map((id) => departmentNames.get(id) ?? '');
      return (isWide && chosen.length <= 3) || chosen.length === 1 ? names.join('、') : `${chosen.length} 个部门`;
    },
    holder: (id) => `承办人 ${rows.find(({ holder }) => holder?.id === id)?.holder?.name ?? ''}`,
  });
  const items = batch.data && new Map(batch.data.items.map((item) => [item.taskId, outcomeWord(item)]));
  const reassignWords = selection.ids.size > 0 ? `改派 ${formatCount(selection.ids.size)} 件` : '改派';

  const left = (
    <>
      {overview.data ? <HeatMap overview={overview.data} filter={filter} onFilter={setFilter} /> : null}
      {overview.isPending ? <SkeletonRows rows={12} rowHeight={23} blocks={8} label="部门和剩余工作日" /> : null}
      {overview.error ? (
        <ErrorState onRetry={() => void overview.refetch()}>没有取到总数，{formatTime(new Date(overview.errorUpdatedAt))}。</ErrorState>
      ) : null}
      <StalledList
        filter={filter}
        onFilter={setFilter}
        inForce={inForce}
        rows={rows}
        total={total}
        list={{
          isPending: list.isPending,
          brokenAt: list.error ? list.errorUpdatedAt : null,
          onRetry: () => void list.refetch(),
          hasMore: list.hasNextPage,
          loadingMore: list.isFetchingNextPage,
          onMore: () => void list.fetchNextPage(),
        }}
        cursor={at}
        selected={selection.ids}
        outcomeOf={items ? (taskId) => items.get(taskId) ?? null : null}
        onCheck={check}
        onCheckAll={() => (selection.ids.size > 0 ? setSelection(NOTHING) : whole.mutate(undefined))}
        onOpen={(id) => {
          setCursor(id);
          setViewing(id);
        }}
        selectionWords={selection.ids.size > 0 ? <strong className="bo-selected">已选 {formatCount(selection.ids.size)}</strong> : null}
        messages={
          <>
            {whole.error ? <ProblemBar problem={whole.error} onRetry={() => whole.mutate(undefined)} onClose={whole.reset} /> : null}
            {whole.data && whole.data.total > whole.data.ids.length ? (
              <MessageBar kind="conflict">{`筛选出 ${formatCount(whole.data.total)} 件，一次最多选 ${formatCount(whole.data.ids.length)} 件。其余缩小筛选后再选。`}</MessageBar>
            ) : null}
            {exports.message}
          </>
        }
        actions={
          <ActionButton
            action={{ action: 'reassign', allowed: at !== null || selection.ids.size > 0 }}
            label={reassignWords}
            keys="A"
            kind="chosen"
            reasonAt="elsewhere"
            onAct={openDrawer}
            {...(at === null && selection.ids.size === 0 ? { hindrance: '先选办件' } : {})}
          />
        }
      />
    </>
  );
  return (
    <div className="bo-page bo-supervision">
      <CountsStrip
        overview={overview.data}
        filter={filter}
        onFilter={setFilter}
        onExport={() => exports.stalled(filter)}
        exporting={exports.busy}
      />
      <SplitGrid
        columns={[
          { key: 'list', label: '督查', width: 'rest', content: left },
          {
            key: 'dock',
            label: '办件',
            width: [436, 560],
            content: (
              <SupervisionDock
                reassigning={reassigning}
                viewing={viewing}
                batchId={batchId}
                cursor={at}
                empty={<Empty>列表里没有办件。</Empty>}
                onStarted={({ id }) => {
                  setReassigning(null);
                  setSelection(NOTHING);
                  setBatch(id);
                }}
                onFinished={() =>
                  void client.invalidateQueries({ queryKey: SUPERVISION_KEY, predicate: ({ queryKey }) => queryKey[1] !== 'batch' })
                }
                onCloseDrawer={() => setReassigning(null)}
                onCloseBatch={() => setBatch(null)}
                onView={setViewing}
                onAgain={(again, reason) =>
                  setReassigning({ taskIds: again.map(({ taskId }) => taskId), strategy: again.length === 1 ? 'one' : 'balanced', reason })
                }
                onSelect={(taskIds) => setSelection(selectAll(taskIds))}
                onExport={exports.batch}
              />
            ),
          },
        ]}
      />
    </div>
  );
}
