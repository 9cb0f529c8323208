import type { BatchItem } from '@onewindow/contracts';
import { ActionButton, formatCount, SplitGrid, useKeys, useScreenSize, type SplitColumn } from '@onewindow/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { BesideList } from '../../app/beside-list.js';
import { outcomeWord } from './batch-words.js';
import { ConclusionsDock } from './conclusions-dock.js';
import { readConclusions, writeConclusions, type ConclusionsFilter } from './conclusions-filter.js';
import { CountsStrip } from './counts-strip.js';
import { HeatPane } from './heat-pane.js';
import type { ReassignStart } from './reassign-drawer.js';
import { filtersInForce, readStalledFilter, writeStalledFilter, type StalledFilter } from './stalled-filter.js';
import { StalledList } from './stalled-list.js';
import { useSession } from '../session/index.js';
import { SupervisionDock } from './supervision-dock.js';
import { batchQuery, overviewQuery, SUPERVISION_KEY } from './supervision.queries.js';
import { orderName, useChosen } from './use-chosen.js';
import { useExport } from './use-export.js';
import { useStalledWork } from './use-stalled-work.js';
import './supervision.css';
import './heat.css';
import './stalled.css';
import './dock.css';

/** 督查台: the region's numbers, the heat map, what stands still, and 改派 beside it. */
export function SupervisionPage() {
  const client = useQueryClient();
  const size = useScreenSize();
  const [params, setParams] = useSearchParams();
  const { stalledAfter } = useSession().thresholds;
  const filter = readStalledFilter(params, stalledAfter);
  const write = (next: StalledFilter) => writeStalledFilter(next, stalledAfter);
  const batchId = params.get('batch');
  const overview = useQuery(overviewQuery(filter.clock));
  const batch = useQuery({ ...batchQuery(batchId ?? ''), enabled: batchId !== null });
  const [reassigning, setReassigning] = useState<ReassignStart | null>(null);
  const [viewing, setViewing] = useState<string | null>(null);
  const exports = useExport();
  const work = useStalledWork(filter);

  function setFilter(next: StalledFilter) {
    // What is ticked but no longer in sight must not be moved by mistake.
    work.clear();
    setReassigning(null);
    setViewing(null);
    setParams(write(next));
  }
  const setBatch = (id: string | null) => {
    const next = write(filter);
    if (id) next.set('batch', id);
    setParams(next);
  };
  const conclusions = readConclusions(params);
  const setConclusions = (next: ConclusionsFilter | null) => {
    setReassigning(null);
    setViewing(null);
    setParams(writeConclusions(write(filter), next));
  };
  const step = (by: 1 | -1) => {
    setViewing(null);
    work.move(by);
  };
  const chosen = useChosen(work, viewing);
  useKeys(
    {
      J: { label: '下一件', run: () => step(1), repeat: true },
      K: { label: '上一件', run: () => step(-1), repeat: true },
      X: { label: '选中', run: () => (work.at ? work.check(work.at, false) : undefined) },
      'Shift+X': { label: '连选到这里', run: () => (work.at ? work.check(work.at, true) : undefined) },
      'Ctrl+A': { label: '全选筛选结果', run: work.selectWhole },
      Enter: { label: '看办件', run: () => setViewing(work.at) },
    },
    { title: '督查台' },
  );

  const openAgain = (again: readonly BatchItem[], reason: string) => {
    const taskIds = again.map(({ taskId }) => taskId);
    const [one] = again;
    setReassigning({
      taskIds,
      name: one && again.length === 1 ? orderName(one) : null,
      strategy: taskIds.length === 1 ? 'one' : 'balanced',
      reason,
      departmentId: work.departmentOf(taskIds),
    });
  };

  const departmentNames = new Map(overview.data?.rows.map(({ department }) => [department.id, department.shortName]));
  const inForce = filtersInForce(filter, {
    departments: (ids) => {
      const names = ids.map((id) => departmentNames.get(id) ?? '');
      return ids.length === 1 || (size === 'wide' && ids.length <= 3) ? names.join('、') : `${ids.length} 个部门`;
    },
    holder: (id) => `承办人 ${work.rows.find(({ holder }) => holder?.id === id)?.holder?.name ?? ''}`,
  });
  const items = batch.data && new Map(batch.data.items.map((item) => [item.taskId, outcomeWord(item)]));
  const heat = (
    <HeatPane
      overview={overview}
      filter={filter}
      onFilter={setFilter}
      onConclusions={(departmentId) => setConclusions({ departmentId, kind: null })}
    />
  );
  const stalled = (
    <StalledList
      work={work}
      filter={filter}
      onFilter={setFilter}
      inForce={inForce}
      outcomeOf={items ? (taskId) => items.get(taskId) ?? null : null}
      onOpen={(id) => {
        work.setCursor(id);
        setViewing(id);
      }}
      messages={exports.message}
      actions={
        <ActionButton
          action={chosen.offer}
          label={work.selected.size > 0 ? `改派 ${formatCount(work.selected.size)} 件` : '改派'}
          keys="A"
          kind="list"
          reasonAt="elsewhere"
          onAct={() =>
            setReassigning({ ...chosen.what, strategy: 'balanced', reason: '', departmentId: work.departmentOf(chosen.what.taskIds) })
          }
          hindrance={chosen.hindrance}
        />
      }
    />
  );
  const dock = (
    <SupervisionDock
      reassigning={reassigning}
      viewing={viewing}
      batchId={batchId}
      conclusions={
        conclusions ? (
          <ConclusionsDock
            filter={conclusions}
            departmentName={conclusions.departmentId ? (departmentNames.get(conclusions.departmentId) ?? '') : null}
            onFilter={setConclusions}
            onOpenCase={setViewing}
            onClose={() => setConclusions(null)}
          />
        ) : null
      }
      cursor={work.at}
      empty={<BesideList list={work.load} count={work.rows.length} />}
      onStarted={({ id }) => {
        work.goOn(reassigning?.taskIds ?? []);
        setReassigning(null);
        work.clear();
        setBatch(id);
      }}
      onFinished={() => void client.invalidateQueries({ queryKey: SUPERVISION_KEY, predicate: ({ queryKey }) => queryKey[1] !== 'batch' })}
      onCloseDrawer={() => setReassigning(null)}
      onCloseBatch={() => setBatch(null)}
      onView={setViewing}
      onAgain={(again, reason) => openAgain(again, reason)}
      onSelect={work.select}
      onExport={exports.batch}
    />
  );
  // In 大字模式 there is room for two things beside each other: the list, and what one is at.
  const isBusy = reassigning !== null || viewing !== null || batchId !== null || conclusions !== null;
  const columns: SplitColumn[] =
    size === 'large'
      ? [
          { key: 'list', label: '督查', width: 'rest', content: stalled },
          { key: 'dock', label: '办件', width: [640, 640], content: isBusy ? dock : heat },
        ]
      : [
          {
            key: 'list',
            label: '督查',
            width: 'rest',
            content: (
              <>
                {heat}
                {stalled}
              </>
            ),
          },
          { key: 'dock', label: '办件', width: [436, 560], content: dock },
        ];
  return (
    <div className="bo-page bo-supervision">
      <CountsStrip
        overview={overview.data}
        filter={filter}
        onFilter={setFilter}
        onExport={() => exports.stalled(filter)}
        exporting={exports.busy}
      />
      <SplitGrid columns={columns} />
    </div>
  );
}
