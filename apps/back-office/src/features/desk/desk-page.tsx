import { shanghaiToday } from '@onewindow/domain';
import { announce, Empty, SplitGrid, useKeys, useNow } from '@onewindow/ui';
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { showColumn } from '../../app/show-column.js';
import { focusList } from '../../app/virtual-list.js';
import { useSession } from '../session/index.js';
import { DeskMessages } from './desk-messages.js';
import { readFilters, writeFilters, type DeskFilters } from './desk-filters.js';
import { taskCountsQuery, taskListQuery, taskQuery } from './desk.queries.js';
import { moveCursor, nextAfter, toggle } from './queue-cursor.js';
import { QueuePane } from './queue-pane.js';
import { ReviewPane } from './review-pane.js';
import type { TaskOutcome } from './task-commands.js';
import { TaskFrame } from './task-frame.js';
import { TaskPane } from './task-pane.js';
import { useClaims } from './use-claims.js';
import './desk.css';
import './task.css';

/** 待办: the queue, the open case, and what is to be decided about it. */
export function DeskPage() {
  const { staff } = useSession();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { taskId: openId } = useParams();
  const [params] = useSearchParams();
  const filters = readFilters(params);
  const today = shanghaiToday(useNow());
  const list = useInfiniteQuery(taskListQuery(filters));
  const { data: counts } = useQuery(taskCountsQuery);
  const open = useQuery({ ...taskQuery(openId ?? ''), enabled: openId !== undefined });
  const [cursor, setCursor] = useState<string | null>(openId ?? null);
  const [pane, setPane] = useState<'queue' | 'points'>('queue');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [outcome, setOutcome] = useState<TaskOutcome | null>(null);
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  const ids = rows.map(({ id }) => id);
  const firstId = ids[0];
  const search = writeFilters(filters).toString();
  const at = cursor ?? openId ?? firstId ?? null;

  const openTask = (id: string | null) => {
    if (id) setCursor(id);
    void navigate({ pathname: id ? `/desk/${id}` : '/desk', search });
  };
  const setFilters = (next: DeskFilters) => {
    setChosen(new Set());
    setCursor(null);
    setOutcome(null);
    void navigate({ pathname: '/desk', search: writeFilters(next).toString() });
  };
  const claims = useClaims(() => setChosen(new Set()));

  // The worst one is open without asking.
  useEffect(() => {
    if (openId === undefined && firstId !== undefined) void navigate({ pathname: `/desk/${firstId}`, search }, { replace: true });
  }, [openId, firstId, navigate, search]);
  // The one after the open one is read ahead: it opens without waiting.
  const following = openId ? nextAfter(ids, openId) : null;
  useEffect(() => {
    if (following) void client.prefetchQuery(taskQuery(following));
  }, [client, following]);

  function move(step: 1 | -1) {
    const next = moveCursor(ids, at, step);
    setPane('queue');
    showColumn('queue');
    setCursor(next);
    focusList();
    const row = rows.find(({ id }) => id === next);
    if (row) announce(`${row.title}，${row.itemName}`);
  }
  function finish(done: TaskOutcome) {
    setOutcome(done);
    claims.dismiss();
    if (done.leaves) openTask(nextAfter(ids, done.taskId));
  }
  const wanted = chosen.size > 0 ? rows.filter(({ id }) => chosen.has(id)) : rows.filter(({ id }) => id === at);

  useKeys(
    {
      J: { label: '下一件', run: () => move(1), repeat: true },
      K: { label: '上一件', run: () => move(-1), repeat: true },
      Enter: { label: '打开', run: () => (at ? openTask(at) : false) },
      X: { label: '选中', run: () => (at ? setChosen(toggle(chosen, at)) : undefined) },
    },
    { title: '待办' },
  );

  const queue = (
    <QueuePane
      filters={filters}
      onFilters={setFilters}
      counts={counts}
      rows={rows}
      list={{
        isPending: list.isPending,
        brokenAt: list.error ? list.errorUpdatedAt : null,
        onRetry: () => void list.refetch(),
        hasMore: list.hasNextPage,
        loadingMore: list.isFetchingNextPage,
        onMore: () => void list.fetchNextPage(),
      }}
      cursor={at}
      active={pane === 'queue'}
      openId={openId}
      chosen={chosen}
      today={today}
      onOpen={(id) => {
        setPane('queue');
        openTask(id);
      }}
      onCheck={(id) => setChosen(toggle(chosen, id))}
      onClaim={() => claims.claim(wanted)}
      claiming={claims.busy}
      messages={<DeskMessages claims={claims} outcome={outcome} onClose={() => setOutcome(null)} onOpen={openTask} />}
    />
  );
  const task = open.data;
  const nothing = openId === undefined;
  return (
    <div className="bo-page bo-desk">
      <SplitGrid
        columns={[
          { key: 'queue', label: '队列', width: [344, 440], content: queue },
          {
            key: 'case',
            label: '办件',
            width: 'rest',
            content: nothing ? (
              <Empty>{rows.length === 0 ? '左边没有办件。' : '没有打开的办件。J K 选一件，Enter 打开。'}</Empty>
            ) : (
              <TaskFrame query={open} onBack={() => openTask(null)}>
                {(detail) => <TaskPane key={detail.id} task={detail} today={today} mayReveal />}
              </TaskFrame>
            ),
          },
          ...(task && !nothing
            ? [
                {
                  key: 'review',
                  label: '审查',
                  width: [308, 420] as const,
                  content: (
                    <ReviewPane
                      key={`${task.id}:${task.status}:${task.holder?.id}`}
                      task={task}
                      staffId={staff.id}
                      today={today}
                      active={pane === 'points'}
                      onActive={() => setPane('points')}
                      onOutcome={finish}
                      hasNext={following !== null && following !== openId}
                    />
                  ),
                },
              ]
            : []),
        ]}
      />
    </div>
  );
}
