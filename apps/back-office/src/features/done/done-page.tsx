import { shanghaiToday } from '@onewindow/domain';
import { SplitGrid, useNow } from '@onewindow/ui';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { ReviewColumn, TaskFrame, TaskPane, taskQuery, type TaskOutcome } from '../desk/index.js';
import { useOpenedRow } from '../../app/use-opened-row.js';
import { useStillOpen } from '../../app/use-still-open.js';
import { BesideList } from '../../app/beside-list.js';
import { useSession } from '../session/index.js';
import { DoneList } from './done-list.js';
import { doneQuery } from './done.queries.js';
import './done.css';

/** 我的已办: what one has done, with 取回 while nothing after it has begun and 出证 where the result is still to be made. */
export function DonePage() {
  const { staff } = useSession();
  const navigate = useNavigate();
  const { taskId: openId } = useParams();
  const [params] = useSearchParams();
  const q = (params.get('q') ?? '').slice(0, 60);
  const today = shanghaiToday(useNow());
  const list = useInfiniteQuery(doneQuery(q));
  const open = useQuery({ ...taskQuery(openId ?? ''), enabled: openId !== undefined });
  const [outcome, setOutcome] = useState<TaskOutcome | null>(null);
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  const search = q ? `?q=${encodeURIComponent(q)}` : '';
  const { at, open: openTask } = useOpenedRow({ title: '我的已办', path: '/done', search, rows, openId });

  const isStillOpen = useStillOpen(openId);
  const task = open.data;
  return (
    <div className="bo-page bo-desk">
      <SplitGrid
        columns={[
          {
            key: 'done',
            label: '已办',
            width: [344, 440],
            content: (
              <DoneList
                q={q}
                onSearch={(next) => void navigate({ pathname: '/done', search: next ? `?q=${encodeURIComponent(next)}` : '' })}
                list={list}
                rows={rows}
                cursor={at}
                openId={openId}
                today={today}
                onOpen={openTask}
                outcome={outcome}
                onCloseOutcome={() => setOutcome(null)}
              />
            ),
          },
          {
            key: 'case',
            label: '办件',
            width: 'rest',
            content:
              openId === undefined ? (
                <BesideList list={list} count={rows.length} />
              ) : (
                <TaskFrame query={open} onBack={() => openTask(null)}>
                  {(detail) => <TaskPane key={detail.id} task={detail} today={today} mayReveal />}
                </TaskFrame>
              ),
          },
          ...(task && openId !== undefined
            ? [
                {
                  key: 'review',
                  label: '意见',
                  width: [308, 420] as const,
                  content: (
                    <ReviewColumn
                      key={task.id}
                      task={task}
                      staffId={staff.id}
                      today={today}
                      active={false}
                      onActive={() => undefined}
                      hasNext={false}
                      settled
                      onOutcome={(done) => {
                        setOutcome(done);
                        // What was taken back lies on the desk again.
                        if (done.verb === 'retrieve' && isStillOpen(done.taskId)) void navigate(`/desk/${done.taskId}`);
                      }}
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
