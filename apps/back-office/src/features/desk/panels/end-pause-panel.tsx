import type { ProcedureView } from '@onewindow/contracts';
import { endsByItself, shanghaiToday } from '@onewindow/domain';
import { Button, Empty, ErrorState, SegmentedButtons, SkeletonRows, useKeys, useNow, useSettled } from '@onewindow/ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useWrittenAbout } from '../../../app/use-written-about.js';
import { ProcedureEnd, ProcedureFacts, procedureSettled, taskClockWorkQuery } from '../../clock-work/index.js';
import type { WorkPanelProps } from '../work-panel-props.js';

const RUNNING: ReadonlySet<string> = new Set(['noticed', 'running', 'overrun']);
const isRunning = ({ phase, kind }: ProcedureView) => RUNNING.has(phase) && !endsByItself(kind);

/** 结束暂停: the outcome of the running procedure and its document; of several one after the other (R3.2). */
export function EndPausePanel({ task, onClose, onDone }: WorkPanelProps) {
  const work = useQuery(taskClockWorkQuery(task.id, task.caseId));
  const today = shanghaiToday(useNow());
  const [at, setAt] = useState<string | null>(null);
  useKeys({ Escape: { label: '不结束了，返回', run: onClose } }, { title: '结束暂停', scope: 'panel' });
  const written = useWrittenAbout(work.data?.procedures ?? [], isRunning, (one) => procedureSettled(one, today));
  const running = written.shown;
  const shown = running.find(({ id }) => id === at) ?? running[0];
  const settled = useSettled(shown?.id ?? null);
  return (
    <section className="bo-panel" aria-label="结束暂停">
      <h3>结束暂停，记下结果</h3>
      {work.isPending ? <SkeletonRows rows={3} blocks={0} label="特别程序" /> : null}
      {work.error ? <ErrorState onRetry={() => void work.refetch()}>没有取到特别程序。</ErrorState> : null}
      {work.data && !shown ? <Empty>没有进行中的暂停。</Empty> : null}
      {shown && running.length > 1 ? (
        <SegmentedButtons
          block
          label="哪一个"
          options={running.map(({ id, label }) => ({ value: id, label }))}
          value={shown.id}
          onChange={setAt}
        />
      ) : null}
      {shown ? (
        <>
          <ProcedureFacts procedure={shown} caseId={task.caseId} today={today} />
          <ProcedureEnd
            key={shown.id}
            procedure={shown}
            today={today}
            unsent={written.unsentOf(shown)}
            settled={settled}
            onDone={(words) => onDone(words)}
            onClose={onClose}
          />
        </>
      ) : (
        <div className="bo-panel-actions">
          <Button label="返回" keys="Escape" printOnly onClick={onClose} />
        </div>
      )}
    </section>
  );
}
