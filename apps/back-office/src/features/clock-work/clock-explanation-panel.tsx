import type { ClockExplanation } from '@onewindow/contracts';
import { Button, ClockPicture, ErrorState, SegmentedButtons, SkeletonRows, useKeys } from '@onewindow/ui';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { clockExplanationQuery } from './clock-work.queries.js';
import './clock-work.css';

type ClockName = ClockExplanation['clock'];
export const CLOCK_NAMES = { statutory: '法定', promised: '承诺', step: '环节' } as const satisfies Record<ClockName, string>;

export interface ClockExplanationPanelProps {
  caseId: string;
  taskId: string;
  clock: ClockName;
  /** The clocks that this task has. */
  clocks: readonly ClockName[];
  onClock: (clock: ClockName) => void;
  onClose: () => void;
}

/** Below the clocks: why a date is the day it is. Esc leaves it. */
export function ClockExplanationPanel({ caseId, taskId, clock, clocks, onClock, onClose }: ClockExplanationPanelProps) {
  const query = useQuery(clockExplanationQuery(caseId, clock, taskId));
  const panel = useRef<HTMLElement>(null);
  useEffect(() => panel.current?.focus(), []);
  const move = (step: number) => onClock(clocks[(clocks.indexOf(clock) + step + clocks.length) % clocks.length] ?? clock);
  useKeys(
    {
      Escape: { label: '收起期限的算法', run: onClose },
      ArrowLeft: { label: '前一个期限', run: () => move(-1) },
      ArrowRight: { label: '后一个期限', run: () => move(1) },
    },
    { title: '期限怎么算的', scope: 'panel' },
  );
  return (
    <section ref={panel} className="bo-clock-explanation" aria-label="期限怎么算的" tabIndex={-1}>
      <div className="bo-clock-explanation-head">
        <SegmentedButtons
          label="哪个期限"
          options={clocks.map((value) => ({ value, label: CLOCK_NAMES[value] }))}
          value={clock}
          onChange={onClock}
        />
        <span className="bo-spacer" />
        <Button label="收起" size="small" keys="Escape" printOnly onClick={onClose} />
      </div>
      {query.isPending ? <SkeletonRows rows={5} blocks={0} label="期限怎么算的" /> : null}
      {query.error ? <ErrorState onRetry={() => void query.refetch()}>没有取到期限的算法。</ErrorState> : null}
      {query.data ? <ClockPicture label={`${CLOCK_NAMES[clock]}期限`} clock={query.data} /> : null}
    </section>
  );
}
