import type { DeskBatchItem } from '@onewindow/contracts';
import { Button, ErrorState, formatCaseSerial, formatCount, Kbd, Mark, Pane, SkeletonRows, SlowProgress, useKeys } from '@onewindow/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { deskBatchQuery, refreshTasks } from '../desk.queries.js';
import { batchVerb } from './batch-words.js';
import '../../../app/batch.css';
import './batch.css';

export interface BatchResultProps {
  batchId: string;
  onClose: () => void;
  onOpen: (taskId: string) => void;
}

/** What came of a batch: counts, what was left out first with its reason, then every single case. */
export function BatchResult({ batchId, onClose, onOpen }: BatchResultProps) {
  const client = useQueryClient();
  const { data: batch, error, refetch } = useQuery(deskBatchQuery(batchId));
  useKeys({ Escape: { label: '收起结果', run: onClose } }, { title: '批量办结果', scope: 'pane' });
  const handled = batch ? batch.done + batch.failed : 0;
  // Each finished case leaves the queue: lists and counts follow.
  useEffect(() => {
    if (handled > 0) void refreshTasks(client);
  }, [client, handled]);
  const close = (
    <button type="button" className="bo-plain" aria-label="收起结果" onClick={onClose}>
      <Kbd keys="Escape" />
    </button>
  );
  if (!batch) {
    return (
      <Pane title="批量办结果" right={close}>
        {error ? (
          <ErrorState onRetry={() => void refetch()}>没有取到结果。批量办照常进行。</ErrorState>
        ) : (
          <SkeletonRows rows={8} blocks={1} label="结果" />
        )}
      </Pane>
    );
  }
  const verb = batchVerb(batch.outcome);
  const failures = batch.items.filter(({ state }) => state === 'failed');
  return (
    <Pane
      title={`批量${verb}结果`}
      words={`${batch.itemName} ${batch.stepName}`}
      right={close}
      foot={<span className="ow-small ow-secondary">{`结果已记入 ${formatCount(batch.done)} 件的经过。意见：${batch.opinion}`}</span>}
    >
      <div className="bo-batch-counts" role="status">
        <span className="bo-batch-can">
          <Mark tone="green" /> 已{verb} <strong>{formatCount(batch.done)}</strong>
        </span>
        <span className={failures.length > 0 ? 'bo-batch-cannot' : undefined}>
          <Mark tone={failures.length > 0 ? 'red' : 'neutral'} /> 未办 <strong>{formatCount(batch.failed)}</strong>
        </span>
        <span className="ow-small ow-secondary">共 {formatCount(batch.total)} 件</span>
      </div>
      {batch.state === 'running' ? (
        <div className="bo-bars">
          <SlowProgress doing={`正在${verb}`} done={handled} total={batch.total} onBackground={onClose} />
        </div>
      ) : null}
      {failures.length > 0 ? (
        <section aria-label="未办">
          <h3 className="bo-dock-head">未办 {failures.length} 件</h3>
          <ul>
            {failures.map((item) => (
              <li key={item.taskId} className="bo-failure">
                <Mark tone="red" />
                <span>
                  {item.itemName} {item.title} {formatCaseSerial(item.caseNo)}
                  <span className="bo-failure-reason">{item.message}</span>
                </span>
                <Button size="small" label="看办件" onClick={() => onOpen(item.taskId)} />
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <EachItem items={batch.items.filter(({ state }) => state !== 'failed')} verb={verb} />
    </Pane>
  );
}

function EachItem({ items, verb }: { items: readonly DeskBatchItem[]; verb: string }) {
  if (items.length === 0) return null;
  return (
    <section aria-label="逐件">
      <h3 className="bo-dock-head">逐件</h3>
      <ul>
        {items.map((item) => (
          <li key={item.taskId} className="bo-each">
            <span className="ow-tertiary">{formatCaseSerial(item.caseNo)}</span>
            <span className="bo-cut">{item.title}</span>
            <span className={item.state === 'done' ? 'bo-batch-can' : undefined}>{item.state === 'done' ? `已${verb}` : '处理中'}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
