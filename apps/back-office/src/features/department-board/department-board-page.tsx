import type { BatchItem, BoardOfficer } from '@onewindow/contracts';
import { shanghaiToday } from '@onewindow/domain';
import { ActionButton, Button, ErrorState, formatCount, formatTime, PaneHead, SplitGrid, useKeys, useNow } from '@onewindow/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { BesideList } from '../../app/beside-list.js';
import { TASKS_KEY } from '../desk/index.js';
import { orderName, type ReassignStart, SupervisionDock, useChosen, useExport } from '../supervision/index.js';
import { type BoardFilter, readBoardFilter, writeBoardFilter } from './board-filter.js';
import { BoardList } from './board-list.js';
import { BOARD_KEY, boardOverviewQuery } from './department-board.queries.js';
import { EvenOutDrawer } from './even-out-drawer.js';
import { HandoffDrawer } from './handoff-drawer.js';
import { OfficersTable } from './officers-table.js';
import { useBoardWork } from './use-board-work.js';
import './department-board.css';

type Drawer = { kind: 'evenOut' } | { kind: 'handoff'; officer: BoardOfficer } | { kind: 'assign'; start: ReassignStart } | null;

/** 部门看板: who of the department has what and since when; assign, even out, hand over. */
export function DepartmentBoardPage() {
  const client = useQueryClient();
  const today = shanghaiToday(useNow());
  const [params, setParams] = useSearchParams();
  const filter = readBoardFilter(params);
  const batchId = params.get('batch');
  const board = useQuery(boardOverviewQuery);
  const work = useBoardWork(filter);
  const exports = useExport();
  const [drawer, setDrawer] = useState<Drawer>(null);
  const [viewing, setViewing] = useState<string | null>(null);

  function setFilter(next: BoardFilter) {
    // What is ticked but no longer in sight must not be moved by mistake.
    work.clear();
    setDrawer(null);
    setViewing(null);
    setParams(writeBoardFilter(next));
  }
  function setBatch(id: string | null) {
    const next = writeBoardFilter(filter);
    if (id) next.set('batch', id);
    setDrawer(null);
    work.clear();
    setParams(next);
  }
  const step = (by: 1 | -1) => {
    setViewing(null);
    work.move(by);
  };
  const departmentId = board.data?.department.id ?? null;
  const assign = (what: Pick<ReassignStart, 'taskIds' | 'name'>, reason = '') =>
    setDrawer({ kind: 'assign', start: { ...what, strategy: 'one', reason, departmentId } });
  const chosen = useChosen(work, viewing);
  useKeys(
    {
      J: { label: '下一件', run: () => step(1), repeat: true },
      K: { label: '上一件', run: () => step(-1), repeat: true },
      X: { label: '选中', run: () => (work.at ? work.check(work.at, false) : undefined) },
      'Shift+X': { label: '连选到这里', run: () => (work.at ? work.check(work.at, true) : undefined) },
      'Ctrl+A': { label: '全选列出的', run: work.selectShown },
      Enter: { label: '看办件', run: () => setViewing(work.at) },
    },
    { title: '部门看板', enabled: filter.scope !== 'done' || work.rows.length > 0 },
  );
  const nameOf = (id: string) => board.data?.officers.find(({ staff }) => staff.id === id)?.staff.name ?? '';
  const verb = filter.scope === 'pool' ? '分派' : '改派';
  const actions = (
    <ActionButton
      action={chosen.offer}
      label={work.selected.size > 0 ? `${verb} ${formatCount(work.selected.size)} 件` : verb}
      keys="A"
      kind="list"
      reasonAt="elsewhere"
      onAct={() => assign(chosen.what)}
      hindrance={filter.scope === 'done' ? '已办完' : chosen.hindrance}
    />
  );
  const started = ({ id }: { id: string }) => {
    if (drawer?.kind === 'assign') work.goOn(drawer.start.taskIds);
    setBatch(id);
  };
  const dock =
    drawer?.kind === 'evenOut' ? (
      <EvenOutDrawer onStarted={started} onClose={() => setDrawer(null)} />
    ) : drawer?.kind === 'handoff' ? (
      <HandoffDrawer
        key={drawer.officer.staff.id}
        officer={drawer.officer}
        departmentId={departmentId ?? ''}
        onStarted={started}
        onClose={() => setDrawer(null)}
      />
    ) : (
      <SupervisionDock
        reassigning={drawer?.kind === 'assign' ? drawer.start : null}
        verb={verb}
        viewing={viewing}
        batchId={batchId}
        conclusions={null}
        cursor={work.at}
        empty={<BesideList list={work.list} count={work.rows.length} />}
        onStarted={started}
        onFinished={() => {
          void client.invalidateQueries({ queryKey: BOARD_KEY });
          void client.invalidateQueries({ queryKey: TASKS_KEY });
        }}
        onCloseDrawer={() => setDrawer(null)}
        onCloseBatch={() => setBatch(null)}
        onView={setViewing}
        onAgain={(items: readonly BatchItem[], reason) => {
          const [one] = items;
          assign({ taskIds: items.map(({ taskId }) => taskId), name: one && items.length === 1 ? orderName(one) : null }, reason);
        }}
        onSelect={work.select}
        onExport={exports.batch}
      />
    );
  const list = (
    <>
      <PaneHead
        title="部门看板"
        words={board.data ? `${board.data.department.shortName}，${board.data.officers.length} 人` : undefined}
        right={<Button size="small" label="均衡" keys="E" onClick={() => setDrawer({ kind: 'evenOut' })} />}
      />
      {board.error && !board.data ? (
        <ErrorState onRetry={() => void board.refetch()}>没有取到看板，{formatTime(new Date(board.errorUpdatedAt))}。</ErrorState>
      ) : (
        <OfficersTable
          board={board.data}
          filter={filter}
          today={today}
          onFilter={setFilter}
          onHandoff={(officer) => setDrawer({ kind: 'handoff', officer })}
        />
      )}
      <BoardList
        work={work}
        filter={filter}
        onFilter={setFilter}
        nameOf={nameOf}
        today={today}
        onOpen={(id) => {
          work.setCursor(id);
          setViewing(id);
        }}
        messages={exports.message}
        actions={actions}
      />
    </>
  );
  return (
    <div className="bo-page">
      <SplitGrid
        columns={[
          { key: 'list', label: '看板', width: 'rest', content: list },
          { key: 'dock', label: '办件', width: [436, 560], content: dock },
        ]}
      />
    </div>
  );
}
