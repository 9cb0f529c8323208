import { problemOf } from '@onewindow/api-client';
import type { Batch, BatchItem } from '@onewindow/contracts';
import {
  Button,
  ErrorState,
  formatCaseSerial,
  formatChange,
  formatCount,
  Kbd,
  Mark,
  Pane,
  SkeletonRows,
  SlowProgress,
  useKeys,
} from '@onewindow/ui';
import { useQuery } from '@tanstack/react-query';
import { problemWords } from '../../app/problem-words.js';
import type { ReassignVerb } from './reassign-drawer.js';
import { assignableAgain, batchWords, durationWords, NEXT_ACTION_LABELS } from './batch-words.js';
import { batchQuery } from './supervision.queries.js';
import '../../app/batch.css';

export interface BatchDockProps {
  batchId: string;
  verb: ReassignVerb;
  onClose: () => void;
  onOpenCase: (taskId: string) => void;
  /** Assigns these again, to somebody else where that was the trouble. */
  onAgain: (items: readonly BatchItem[], reason: string) => void;
  /** Ticks them in the list. */
  onSelect: (taskIds: readonly string[]) => void;
  onExport: (batch: Batch) => void;
}

/** What came of a bulk reassignment: counts, failures first with what to do, who received what, and every single case. */
export function BatchDock({ batchId, verb, onClose, onOpenCase, onAgain, onSelect, onExport }: BatchDockProps) {
  const { data: batch, error, refetch } = useQuery(batchQuery(batchId));
  useKeys({ Escape: { label: '收起结果', run: onClose } }, { title: `${verb}结果`, scope: 'pane' });
  const close = (
    <button type="button" className="bo-plain" aria-label="收起结果" onClick={onClose}>
      <Kbd keys="Escape" />
    </button>
  );
  if (!batch) {
    return (
      <Pane title={`${verb}结果`} right={close}>
        {error ? (
          <Broken error={error} verb={verb} onRetry={() => void refetch()} onClose={onClose} />
        ) : (
          <SkeletonRows rows={8} blocks={1} label="结果" />
        )}
      </Pane>
    );
  }
  const failures = batch.items.filter(({ state }) => state === 'failed');
  const again = assignableAgain(batch.items);
  const duration = durationWords(batch);
  const words = batchWords(batch.kind, verb);
  const foot = (
    <>
      <span className="ow-small ow-secondary">结果已记入 {formatCount(batch.done)} 件的经过</span>
      <span className="bo-spacer" />
      <Button label="导出结果" onClick={() => onExport(batch)} />
      {again.length > 0 ? (
        <Button
          label={`重派 ${again.length} 件`}
          kind="primary"
          keys="Ctrl+Enter"
          keyScope="pane"
          onClick={() => onAgain(again, batch.reason)}
        />
      ) : null}
    </>
  );
  return (
    <Pane title={words.title} words={[`批次 ${batch.number}`, duration].filter(Boolean).join('，')} right={close} foot={foot}>
      <div className="bo-batch-counts" role="status">
        <span className="bo-count-green">
          <Mark tone="green" /> {words.done} <strong>{formatCount(batch.done)}</strong>
        </span>
        <span className={batch.failed > 0 ? 'bo-count-red' : undefined}>
          <Mark tone={batch.failed > 0 ? 'red' : 'neutral'} /> {words.failed} <strong>{formatCount(batch.failed)}</strong>
        </span>
        <span className="ow-small ow-secondary">时限未变，{batch.notified} 人已通知</span>
      </div>
      {batch.state === 'running' ? (
        <div className="bo-bars">
          <SlowProgress doing={words.doing} done={batch.done + batch.failed} total={batch.total} onBackground={onClose} />
        </div>
      ) : null}
      {failures.length > 0 ? (
        <Failures
          word={words.failed}
          items={failures}
          again={again}
          onOpenCase={onOpenCase}
          onAgain={(items) => onAgain(items, batch.reason)}
          onSelect={onSelect}
        />
      ) : null}
      {batch.receivers.length > 0 ? <Receivers batch={batch} done={words.done} /> : null}
      <EachItem items={batch.items} />
    </Pane>
  );
}

/** An order that is not there any more, or never was, is nothing to ask for again. */
function Broken({ error, verb, onRetry, onClose }: { error: Error; verb: ReassignVerb; onRetry: () => void; onClose: () => void }) {
  const problem = problemOf(error);
  if (problem.status === 404) {
    return (
      <ErrorState onRetry={onClose} retryLabel="收起">
        {problemWords(problem)}
      </ErrorState>
    );
  }
  return <ErrorState onRetry={onRetry}>没有取到结果。{verb}照常进行。</ErrorState>;
}

interface FailuresProps {
  word: string;
  items: readonly BatchItem[];
  again: readonly BatchItem[];
  onOpenCase: (taskId: string) => void;
  onAgain: (items: readonly BatchItem[]) => void;
  onSelect: (taskIds: readonly string[]) => void;
}

function Failures({ word, items, again, onOpenCase, onAgain, onSelect }: FailuresProps) {
  return (
    <section aria-label={word}>
      <h3 className="bo-dock-head">
        {word} {items.length} 件
        {again.length > 0 ? (
          <button type="button" className="ow-link" onClick={() => onSelect(again.map(({ taskId }) => taskId))}>
            全选 {again.length} 件可重派
          </button>
        ) : null}
      </h3>
      <ul>
        {items.map((item) => (
          <li key={item.taskId} className="bo-failure">
            <Mark tone="red" />
            <span>
              {item.itemName} {item.title} {formatCaseSerial(item.caseNo)}
              <span className="bo-failure-reason">{item.message}</span>
            </span>
            {item.nextAction ? (
              <Button
                size="small"
                label={NEXT_ACTION_LABELS[item.nextAction]}
                onClick={() => (item.nextAction === 'openCase' ? onOpenCase(item.taskId) : onAgain([item]))}
              />
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Receivers({ batch, done }: { batch: Batch; done: string }) {
  return (
    <section aria-label="接手人">
      <h3 className="bo-dock-head">
        {done} {formatCount(batch.done)} 件<span>按接手人</span>
      </h3>
      <table className="bo-receivers">
        <thead>
          <tr>
            <th scope="col">接手人</th>
            <th scope="col">部门</th>
            <th scope="col">接手</th>
            <th scope="col">现有</th>
          </tr>
        </thead>
        <tbody>
          {batch.receivers.map(({ staff, department, received, load }) => (
            <tr key={staff.id}>
              <th scope="row">{staff.name}</th>
              <td>{department.shortName}</td>
              <td>{formatChange(received)}</td>
              <td>
                <strong>{load}</strong>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function EachItem({ items }: { items: readonly BatchItem[] }) {
  const moved = items.filter(({ state }) => state !== 'failed');
  if (moved.length === 0) return null;
  return (
    <section aria-label="逐件">
      <h3 className="bo-dock-head">
        逐件<span>转出人 → 接手人</span>
      </h3>
      <ul>
        {moved.map((item) => (
          <li key={item.taskId} className="bo-each">
            <span className="ow-tertiary">{formatCaseSerial(item.caseNo)}</span>
            <span className="bo-cut">{item.title}</span>
            <span>
              {item.state === 'waiting' ? '处理中' : `${item.from?.name ?? '部门池'} → `}
              {item.state === 'waiting' ? null : <strong>{item.to?.name ?? '–'}</strong>}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
