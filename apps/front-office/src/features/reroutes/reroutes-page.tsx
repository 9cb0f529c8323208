import {
  Button,
  Clock,
  Empty,
  ErrorState,
  ExportButton,
  focusHomeProps,
  formatCaseSerial,
  ListRow,
  MessageBar,
  Pane,
  SkeletonRows,
  SplitGrid,
  TwoLines,
  useKeptItem,
  useKeys,
} from '@onewindow/ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { RerouteCase } from './reroute-case.js';
import { RerouteForm } from './reroute-form.js';
import { REROUTE_COLUMNS, reroutesPage, reroutesQuery } from './reroutes.queries.js';
import './reroutes.css';

/** 改派部门: a department said that a step is not its own; a clerk of the receiving hall finds the right one (R5.3). */
export function ReroutesPage() {
  const reroutes = useInfiniteQuery(reroutesQuery());
  const navigate = useNavigate();
  const [chosenId, setChosenId] = useState<string | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const items = reroutes.data?.pages.flatMap((page) => page.items) ?? [];
  const [first] = reroutes.data?.pages ?? [];
  const isListed = (id: string) => items.some((task) => task.id === id);
  const inList = items.find((task) => task.id === chosenId) ?? items[0] ?? null;
  const { item: chosen, stays, setWriting } = useKeptItem(inList, ({ id }) => !isListed(id) && (chosenId === null || chosenId === id));
  const step = (by: 1 | -1) => {
    const next = items[items.findIndex((task) => task.id === chosen?.id) + by];
    if (next) setChosenId(next.id);
  };
  useKeys(
    {
      J: { label: '下一件', run: () => step(1), repeat: true },
      K: { label: '上一件', run: () => step(-1), repeat: true },
    },
    { title: '改派部门' },
  );
  const list = (
    <Pane
      title="改派部门"
      words={`拒签退回 ${first?.total ?? 0}`}
      right={
        <>
          <span className="ow-secondary">最急在前</span>
          <ExportButton title="改派部门" columns={REROUTE_COLUMNS} page={reroutesPage} disabled={items.length === 0} />
        </>
      }
    >
      {reroutes.isPending ? <SkeletonRows rows={6} label="拒签退回的任务" /> : null}
      {reroutes.isError ? <ErrorState onRetry={() => void reroutes.refetch()}>{reroutes.error.message}</ErrorState> : null}
      {reroutes.isSuccess && items.length === 0 ? (
        <Empty link={{ label: '去受理台', onOpen: () => void navigate('/counter') }}>没有拒签退回的任务。</Empty>
      ) : null}
      {done ? (
        <MessageBar kind="done" onClose={() => setDone(null)}>
          {done}
        </MessageBar>
      ) : null}
      <div role="list" aria-label="拒签退回" {...focusHomeProps}>
        {items.map((task) => (
          <ListRow
            key={task.id}
            label={`${task.title} ${task.itemName}`}
            focused={task.id === chosen?.id}
            onOpen={() => setChosenId(task.id)}
          >
            <TwoLines first={task.title} second={`${task.itemName}·${formatCaseSerial(task.caseNo).replace('…', '')}`} />
            <Clock clock={task.clocks.step} width="narrow" />
          </ListRow>
        ))}
      </div>
      {reroutes.hasNextPage ? (
        <div className="fo-more">
          <Button label="再取 50 件" busy={reroutes.isFetchingNextPage} onClick={() => void reroutes.fetchNextPage()} />
        </div>
      ) : null}
    </Pane>
  );
  // Nothing refused: the grid closes over the form.
  if (!chosen || !first) return list;
  const leave = () => {
    setWriting(false);
    setChosenId(null);
  };
  const form = (
    <RerouteForm
      key={chosen.id}
      task={chosen}
      departments={first.departments}
      gone={stays}
      onWriting={setWriting}
      onLeave={leave}
      onDone={(words) => {
        leave();
        setDone(words);
      }}
    />
  );
  const columns = [
    { key: 'list', label: '改派部门', width: [300, 440] as const, content: list },
    { key: 'form', label: '改派给', width: [460, 640] as const, main: true, content: form },
    { key: 'case', label: '办件', width: 'rest' as const, content: <RerouteCase key={chosen.caseId} caseId={chosen.caseId} /> },
  ];
  return <SplitGrid columns={columns} />;
}
