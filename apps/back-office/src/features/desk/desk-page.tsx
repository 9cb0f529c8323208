import { shanghaiToday } from '@onewindow/domain';
import { SplitGrid, useKeys, useNow, useSettled } from '@onewindow/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { BesideList } from '../../app/beside-list.js';
import { useStillOpen } from '../../app/use-still-open.js';
import { useSession } from '../session/index.js';
import { PreviewProvider } from './decision/decision-preview.js';
import { PaperContext, paperOnStage } from './papers/cited-paper.js';
import { DeskMessages } from './desk-messages.js';
import { isFiltered, readFilters, wholeOf, writeFilters, type DeskFilters } from './desk-filters.js';
import { deskSettingsQuery } from './desk-settings.queries.js';
import { taskBackgroundQuery, taskCountsQuery, taskQuery } from './desk.queries.js';
import { mainAction } from './main-action.js';
import { EmptyDesk } from './empty-desk.js';
import { QueueFoot } from './queue-foot.js';
import { QueuePane } from './queue-pane.js';
import { ReviewColumn } from './review-column.js';
import type { TaskOutcome } from './task-commands.js';
import { TaskFrame } from './task-frame.js';
import { TaskPane } from './task-pane.js';
import { useClaims } from './use-claims.js';
import { useDeskQueue } from './use-desk-queue.js';
import { useNextTask } from './use-next-task.js';
import { useStable } from './use-stable.js';
import './desk.css';
import './task.css';
import './review.css';

const BatchPane = lazy(async () => ({ default: (await import('./batch/batch-pane.js')).BatchPane }));
const BatchResult = lazy(async () => ({ default: (await import('./batch/batch-result.js')).BatchResult }));

/** 待办: the queue, the open case, and what is to be decided about it. */
export function DeskPage() {
  const { staff } = useSession();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { taskId: openId } = useParams();
  const [params] = useSearchParams();
  const filters = readFilters(params);
  const batchId = params.get('batch');
  const today = shanghaiToday(useNow());
  const { data: counts } = useQuery(taskCountsQuery);
  const { data: settings } = useQuery(deskSettingsQuery);
  const open = useQuery({ ...taskQuery(openId ?? ''), enabled: openId !== undefined });
  const queue = useDeskQueue(filters, openId);
  const { list, load, rows, ids, at, chosen } = queue;
  const [pane, setPane] = useState<'queue' | 'points'>('queue');
  const [onStage] = useState(paperOnStage);
  const [batching, setBatching] = useState(false);
  const [outcome, setOutcome] = useState<TaskOutcome | null>(null);
  // What was finished a moment ago stands in the list until that is read anew.
  // Nor are the rows of the filter before this one's.
  const firstId = list.isPlaceholderData ? undefined : ids.find((id) => !(outcome?.leaves === true && id === outcome.taskId));
  const search = writeFilters(filters).toString();
  const inPool = counts?.pool.all ?? 0;

  const goTo = (id: string | null, address: string) => void navigate({ pathname: id ? `/desk/${id}` : '/desk', search: address });
  const openTask = (id: string | null) => {
    if (id) queue.setCursor(id);
    goTo(id, batchId ? params.toString() : search);
  };
  const setFilters = (next: DeskFilters) => {
    queue.clear();
    queue.setCursor(null);
    setOutcome(null);
    setBatching(false);
    goTo(null, writeFilters(next).toString());
  };
  const claims = useClaims((claimed) => {
    queue.clear();
    queue.release(claimed);
  });
  const refreshClaims = () => {
    queue.release(claims.items.map(({ taskId }) => taskId));
    claims.refresh();
  };
  const isStillOpen = useStillOpen(openId);
  const next = useNextTask(openId, ({ id }) => {
    queue.setCursor(id);
    goTo(id, writeFilters(wholeOf('mine')).toString());
  });

  // The worst one is open without asking.
  useEffect(() => {
    if (openId === undefined && firstId !== undefined) void navigate({ pathname: `/desk/${firstId}`, search }, { replace: true });
  }, [openId, firstId, navigate, search]);
  // The one after the open one is read ahead: it opens without waiting. So is the one under the cursor.
  const following = openId ? queue.next(openId) : null;
  const followingCase = rows.find(({ id }) => id === following)?.caseId;
  useEffect(() => {
    if (!following || !followingCase) return;
    void client.prefetchQuery(taskQuery(following));
    void client.prefetchQuery(taskBackgroundQuery({ id: following, caseId: followingCase }));
  }, [client, following, followingCase]);
  useEffect(() => {
    if (!at || at === openId) return;
    const rest = setTimeout(() => void client.prefetchQuery(taskQuery(at)), READ_AHEAD_MS);
    return () => clearTimeout(rest);
  }, [client, at, openId]);

  function finish(done: TaskOutcome) {
    setOutcome(done);
    claims.dismiss();
    if (done.leaves || done.verb === 'claim') queue.release([done.taskId]);
    if (!done.leaves || !isStillOpen(done.taskId)) return;
    const nextId = queue.next(done.taskId);
    openTask(nextId);
    // R5.4: nothing is left in hand; whoever asked for it gets the most urgent of the pool.
    if (nextId === null && filters.tab === 'mine' && !isFiltered(filters) && settings?.autoClaim === true) next.claim();
  }
  const row = rows.find(({ id }) => id === at);
  const wanted = chosen.length > 0 ? chosen : row ? [row] : [];
  const move = (step: 1 | -1) => {
    setPane('queue');
    queue.move(step);
  };
  const onOutcome = useStable(finish);
  const onActive = useStable(() => setPane('points'));
  const onOpen = useStable((id: string) => {
    setPane('queue');
    openTask(id);
  });
  const onCheck = useStable(queue.check);

  useKeys(
    {
      J: { label: '下一件', run: () => move(1), repeat: true },
      K: { label: '上一件', run: () => move(-1), repeat: true },
      Enter: { label: '打开', run: () => (at ? openTask(at) : false) },
      X: { label: '选中', run: () => (row ? queue.check(row.id, false) : undefined) },
      'Shift+X': { label: '连选到这一件', run: () => (row ? queue.check(row.id, true) : undefined) },
    },
    { title: '待办' },
  );

  const queuePane = (
    <QueuePane
      filters={filters}
      onFilters={setFilters}
      counts={counts}
      settings={settings}
      rows={rows}
      list={{
        isPending: load.isPending,
        brokenAt: load.error ? load.errorUpdatedAt : null,
        onRetry: () => void load.refetch(),
        hasMore: list.hasNextPage && !load.isPending,
        loadingMore: list.isFetchingNextPage,
        onMore: () => void list.fetchNextPage(),
      }}
      cursor={at}
      active={pane === 'queue'}
      openId={openId}
      chosen={queue.selected}
      gone={queue.gone}
      staffId={staff.id}
      today={today}
      onOpen={onOpen}
      onCheck={onCheck}
      messages={
        <DeskMessages
          claims={{ ...claims, refresh: refreshClaims }}
          next={next}
          outcome={outcome}
          openId={openId}
          onClose={() => setOutcome(null)}
          onOpen={openTask}
        />
      }
      foot={
        <QueueFoot
          tab={filters.tab}
          row={row}
          chosen={chosen.length}
          claimable={chosen.some(({ actions }) => actions.some(({ action, allowed }) => action === 'claim' && allowed))}
          busy={claims.busy || next.busy}
          inPool={inPool}
          onClaim={() => claims.claim(wanted)}
          onClaimNext={next.claim}
          onBatch={() => setBatching(true)}
        />
      }
    />
  );
  const task = open.data;
  // After a decision the next case opens by itself, and after a claim another verb stands there: a second quick press meant neither.
  const settled = useSettled(task ? `${task.id}:${mainAction(task).verb}` : null);
  const nothing = openId === undefined;
  const isEmptyHanded =
    filters.tab === 'mine' && !isFiltered(filters) && list.data !== undefined && !list.isPlaceholderData && rows.length === 0;
  const dock = batching ? (
    <BatchPane
      tasks={chosen}
      onClose={() => setBatching(false)}
      onOrdered={(id) => {
        setBatching(false);
        queue.clear();
        queue.release(chosen.map((one) => one.id));
        const address = writeFilters(filters);
        address.set('batch', id);
        goTo(openId ?? null, address.toString());
      }}
      onOpen={openTask}
    />
  ) : batchId ? (
    <BatchResult batchId={batchId} onClose={() => goTo(openId ?? null, search)} onOpen={openTask} />
  ) : null;
  return (
    <div className="bo-page bo-desk">
      <PreviewProvider>
        <PaperContext value={onStage}>
          <SplitGrid
            columns={[
              { key: 'queue', label: '队列', width: [344, 440], content: queuePane },
              {
                key: 'case',
                label: '办件',
                width: 'rest',
                content: nothing ? (
                  isEmptyHanded ? (
                    <EmptyDesk inPool={inPool} busy={next.busy} onClaimNext={next.claim} onPool={() => setFilters(wholeOf('pool'))} />
                  ) : (
                    <BesideList list={load} count={rows.length} />
                  )
                ) : (
                  <TaskFrame query={open} onBack={() => openTask(null)}>
                    {(detail) => <TaskPane key={detail.id} task={detail} today={today} mayReveal marksSeen />}
                  </TaskFrame>
                ),
              },
              ...(dock ? [{ key: 'review', label: '批量', width: [436, 560] as const, content: <Suspense>{dock}</Suspense> }] : []),
              ...(task && !nothing && !dock
                ? [
                    {
                      key: 'review',
                      label: '审查',
                      width: [308, 420] as const,
                      content: (
                        <ReviewColumn
                          key={task.id}
                          task={task}
                          staffId={staff.id}
                          today={today}
                          active={pane === 'points'}
                          onActive={onActive}
                          onOutcome={onOutcome}
                          hasNext={following !== null && following !== openId}
                          settled={settled}
                        />
                      ),
                    },
                  ]
                : []),
            ]}
          />
        </PaperContext>
      </PreviewProvider>
    </div>
  );
}

/** The cursor rests this long on a row before its case is read ahead: who runs past it asks for nothing. */
const READ_AHEAD_MS = 150;
