import {
  Clock,
  Empty,
  ErrorState,
  focusHomeProps,
  formatCaseSerial,
  ListRow,
  MessageBar,
  Pane,
  SkeletonRows,
  SplitGrid,
  TwoLines,
  useKeys,
} from '@onewindow/ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { RerouteCase } from './reroute-case.js';
import { RerouteForm } from './reroute-form.js';
import { reroutesQuery } from './reroutes.queries.js';
import './reroutes.css';

/** 改派部门: a department said that a step is not its own; a clerk of the receiving hall finds the right one (R5.3). */
export function ReroutesPage() {
  const reroutes = useQuery(reroutesQuery());
  const navigate = useNavigate();
  const [chosenId, setChosenId] = useState<string | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const items = reroutes.data?.items ?? [];
  const chosen = items.find((task) => task.id === chosenId) ?? items[0];
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
    <Pane title="改派部门" words={`拒签退回 ${items.length}`} right={<span className="ow-secondary">最急在前</span>}>
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
    </Pane>
  );
  // Nothing refused: the grid closes over the form.
  if (!chosen || !reroutes.data) return list;
  const form = <RerouteForm key={chosen.id} task={chosen} departments={reroutes.data.departments} onDone={setDone} />;
  const columns = [
    { key: 'list', label: '改派部门', width: [300, 440] as const, content: list },
    { key: 'form', label: '改派给', width: [460, 640] as const, main: true, content: form },
    { key: 'case', label: '办件', width: 'rest' as const, content: <RerouteCase key={chosen.caseId} caseId={chosen.caseId} /> },
  ];
  return <SplitGrid columns={columns} />;
}
