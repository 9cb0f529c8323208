import { problemOf, useCommand } from '@onewindow/api-client';
import { MOST_IN_BATCH, type DeskBatchPreview, type TaskRow } from '@onewindow/contracts';
import {
  Button,
  Empty,
  ErrorState,
  forgetWords,
  formatCaseSerial,
  Kbd,
  Mark,
  Pane,
  SkeletonRows,
  useKeptWords,
  useKeys,
} from '@onewindow/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Checkbox, Input } from 'antd';
import { useState, type ReactNode } from 'react';
import { api } from '../../../app/api.js';
import { ProblemBar } from '../../../app/problem-bar.js';
import { problemWords } from '../../../app/problem-words.js';
import { batchPreviewQuery, refreshTasks } from '../desk.queries.js';
import { PhraseKeys } from '../phrases/phrase-keys.js';
import { batchHindrance, batchVerb, type BatchPart } from './batch-words.js';
import '../../../app/batch.css';
import './batch.css';

export interface BatchPaneProps {
  /** What is ticked, in the order of the queue. */
  tasks: readonly TaskRow[];
  onClose: () => void;
  onOrdered: (batchId: string) => void;
  onOpen: (taskId: string) => void;
}

/** 批量办理: which of the ticked cases can be finished together and which can't, the points for all of them, one opinion. */
export function BatchPane({ tasks, onClose, onOrdered, onOpen }: BatchPaneProps) {
  const tooMany = tasks.length > MOST_IN_BATCH;
  const { data, error, refetch } = useQuery({ ...batchPreviewQuery(tasks.map(({ id }) => id)), enabled: !tooMany && tasks.length > 0 });
  useKeys({ Escape: { label: '不批量办了', run: onClose } }, { title: '批量办', scope: 'panel' });
  const close = (
    <button type="button" className="bo-plain" aria-label="收起批量办" onClick={onClose}>
      <Kbd keys="Escape" />
    </button>
  );
  if (tooMany || tasks.length === 0) {
    return (
      <Pane title={`批量办 ${tasks.length} 件`} right={close}>
        <Empty>
          {tooMany ? `一次最多批量办 ${MOST_IN_BATCH} 件，已选 ${tasks.length} 件。少选一些。` : '没有选中的办件。X 选中，Shift+X 连选。'}
        </Empty>
      </Pane>
    );
  }
  if (!data) {
    return (
      <Pane title={`批量办 ${tasks.length} 件`} right={close}>
        {error ? (
          <ErrorState onRetry={() => void refetch()}>{`没有取到预览。${problemWords(problemOf(error))}`}</ErrorState>
        ) : (
          <SkeletonRows rows={6} blocks={1} label="预览" />
        )}
      </Pane>
    );
  }
  return <BatchForm preview={data} close={close} onOrdered={onOrdered} onOpen={onOpen} />;
}

interface BatchFormProps extends Pick<BatchPaneProps, 'onOrdered' | 'onOpen'> {
  preview: DeskBatchPreview;
  close: ReactNode;
}

function BatchForm({ preview: { like, points, items }, close, onOrdered, onOpen }: BatchFormProps) {
  const client = useQueryClient();
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set());
  const about = `batch:${like?.itemName ?? ''}·${like?.stepName ?? ''}·${like?.outcome ?? ''}`;
  const [opinion, setOpinion] = useKeptWords(about);
  const taken = items.filter(({ code }) => code === null);
  const left = items.filter(({ code }) => code !== null);
  const order = useCommand((body: { taskIds: string[]; opinion: string }, keyedBy) => api.orderDeskBatch({ body }, keyedBy(body)), {
    onDone: ({ id }) => {
      forgetWords(about);
      void refreshTasks(client);
      onOrdered(id);
    },
  });
  // 空格 ticks one point after the other, as on a single case.
  const nextPoint = points.find((point) => !seen.has(point));
  useKeys(
    { Space: { label: '核对下一条要点', run: () => (nextPoint ? setSeen(new Set([...seen, nextPoint])) : false) } },
    { title: '批量办', scope: 'panel', enabled: nextPoint !== undefined },
  );
  const verb = like?.outcome ? batchVerb(like.outcome) : '办理';
  const part: BatchPart = { taken: taken.length, points: points.length, seen: seen.size, opinion };
  const hindrance = batchHindrance(part);
  const foot = (
    <>
      <span className={hindrance === undefined ? 'ow-small ow-secondary' : 'ow-action-reason'}>
        {hindrance ?? '每件各记入经过，可逐件看结果'}
      </span>
      <span className="bo-spacer" />
      <Button
        label={`${verb} ${taken.length} 件`}
        kind="primary"
        keys="Ctrl+Enter"
        keyScope="panel"
        disabled={hindrance !== null}
        busy={order.isPending}
        // What is left out is told in the outcome too.
        onClick={() => order.mutate({ taskIds: items.map(({ taskId }) => taskId), opinion: opinion.trim() })}
      />
    </>
  );
  return (
    <Pane title={`批量${verb}`} words={like ? `${like.itemName} ${like.stepName}` : undefined} right={close} foot={foot}>
      <div className="bo-batch-counts" role="status">
        <span className="bo-batch-can">
          <Mark tone={taken.length > 0 ? 'green' : 'neutral'} /> 可以办 <strong>{taken.length}</strong>
        </span>
        <span className={left.length > 0 ? 'bo-batch-cannot' : undefined}>
          <Mark tone={left.length > 0 ? 'red' : 'neutral'} /> 不能办 <strong>{left.length}</strong>
        </span>
        <span className="ow-small ow-secondary">一件一件办，一件不成不碍别件</span>
      </div>
      {like?.kind === 'decision' ? <p className="bo-batch-note">批量只准予。不予许可要写明每一件自己的理由和救济途径，请逐件办。</p> : null}
      {order.error ? <ProblemBar problem={order.error} onClose={order.reset} /> : null}
      {points.length > 0 && taken.length > 0 ? (
        <section aria-label="审查要点">
          <h3 className="bo-dock-head">
            审查要点，{taken.length} 件都已核对
            <span>
              {`${seen.size}/${points.length}`} <Kbd keys="Space" />
            </span>
          </h3>
          <ul className="bo-batch-points">
            {points.map((point) => (
              <li key={point}>
                <Checkbox
                  checked={seen.has(point)}
                  onChange={({ target }) => setSeen(new Set(target.checked ? [...seen, point] : [...seen].filter((one) => one !== point)))}
                >
                  {point}
                </Checkbox>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {taken.length > 0 && like ? (
        <section aria-label="同一意见">
          <h3 className="bo-dock-head">同一意见</h3>
          <div className="bo-batch-opinion">
            <PhraseKeys kind={like.kind} onPhrase={(phrase) => setOpinion(opinion + phrase)} />
            <Input.TextArea
              rows={3}
              maxLength={4000}
              value={opinion}
              aria-label="同一意见"
              placeholder={`写${verb}意见，每件相同`}
              onChange={(event) => setOpinion(event.target.value)}
            />
          </div>
        </section>
      ) : null}
      {left.length > 0 ? <Left items={left} onOpen={onOpen} /> : null}
      {taken.length > 0 ? (
        <section aria-label="可以办">
          <h3 className="bo-dock-head">可以办 {taken.length} 件</h3>
          <ul>
            {taken.map((item) => (
              <li key={item.taskId} className="bo-each">
                <span className="ow-tertiary">{formatCaseSerial(item.caseNo)}</span>
                <span className="bo-cut">{item.title}</span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </Pane>
  );
}

function Left({ items, onOpen }: { items: DeskBatchPreview['items']; onOpen: (taskId: string) => void }) {
  return (
    <section aria-label="不能办">
      <h3 className="bo-dock-head">不能办 {items.length} 件</h3>
      <ul>
        {items.map(({ taskId, caseNo, title, reason }) => (
          <li key={taskId} className="bo-failure">
            <Mark tone="red" />
            <span>
              {title} {caseNo ? formatCaseSerial(caseNo) : ''}
              <span className="bo-failure-reason">{reason}</span>
            </span>
            {caseNo ? <Button size="small" label="看办件" onClick={() => onOpen(taskId)} /> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
