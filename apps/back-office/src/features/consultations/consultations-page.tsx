import type { TaskDetail } from '@onewindow/contracts';
import { shanghaiToday } from '@onewindow/domain';
import { MessageBar, SplitGrid, useNow, useSettled } from '@onewindow/ui';
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { useOpenedRow } from '../../app/use-opened-row.js';
import { useStillOpen } from '../../app/use-still-open.js';
import { refreshTasks, taskCountsQuery, TaskFrame, TaskPane, taskQuery } from '../desk/index.js';
import { BesideList } from '../../app/beside-list.js';
import { useSession } from '../session/index.js';
import { answerOf } from './answer-of.js';
import { AnswerPane } from './answer-pane.js';
import { readFilter, writeFilter } from './consultations-filter.js';
import { ConsultationsList } from './consultations-list.js';
import { consultationsQuery } from './consultations.queries.js';
import './consultations.css';

/** 征求意见: what other departments wait for from this one, and the answer in one step beside the case. */
export function ConsultationsPage() {
  const { staff } = useSession();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { taskId: openId } = useParams();
  const [params] = useSearchParams();
  const filter = readFilter(params);
  const today = shanghaiToday(useNow());
  const list = useInfiniteQuery(consultationsQuery(filter));
  const { data: counts } = useQuery(taskCountsQuery);
  const open = useQuery({ ...taskQuery(openId ?? ''), enabled: openId !== undefined });
  const [done, setDone] = useState<string | null>(null);
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  const search = writeFilter(filter);
  const { at, ids, open: openOne, forget } = useOpenedRow({ title: '征求意见', path: '/consultations', search, rows, openId });

  const isStillOpen = useStillOpen(openId);
  function answered({ id, caseId }: TaskDetail, words: string) {
    setDone(words);
    const here = ids.indexOf(id);
    if (isStillOpen(id)) openOne(ids[here + 1] ?? ids[here - 1] ?? null);
    void refreshTasks(client, caseId);
  }
  const listed = rows.find(({ id }) => id === openId);
  // What is answered by silence or by a colleague leaves the list; while it is open, what was asked stays beside it.
  const [kept, setKept] = useState(listed);
  if (listed && listed !== kept) setKept(listed);
  const row = listed ?? (kept?.id === openId ? kept : undefined);
  const task = open.data;
  // The next question opens by itself with an answer ready to go: a second quick press did not mean it.
  const settled = useSettled(task?.id ?? null);
  return (
    <div className="bo-page bo-desk">
      <SplitGrid
        columns={[
          {
            key: 'consultations',
            label: '征求意见',
            width: [344, 440],
            content: (
              <ConsultationsList
                filter={filter}
                onFilter={(next) => {
                  forget();
                  setDone(null);
                  void navigate({ pathname: '/consultations', search: writeFilter(next) });
                }}
                openCount={counts?.consultation.all}
                list={list}
                rows={rows}
                cursor={at}
                openId={openId}
                answers={task !== undefined && answerOf(task, staff.id).action !== undefined}
                today={today}
                onOpen={openOne}
                messages={
                  done ? (
                    <MessageBar kind="done" onClose={() => setDone(null)}>
                      {done}
                    </MessageBar>
                  ) : null
                }
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
                <TaskFrame query={open} onBack={() => openOne(null)}>
                  {(detail) => <TaskPane key={detail.id} task={detail} today={today} mayReveal />}
                </TaskFrame>
              ),
          },
          ...(task && row && task.id === row.id
            ? [
                {
                  key: 'answer',
                  label: '答复',
                  width: [308, 420] as const,
                  content: (
                    <AnswerPane
                      key={task.id}
                      row={row}
                      task={task}
                      staffId={staff.id}
                      today={today}
                      settled={settled}
                      hasNext={filter.tab === 'open' && ids.length > 1}
                      onAnswered={(words) => answered(task, words)}
                      onRefresh={() => void refreshTasks(client, task.caseId)}
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
