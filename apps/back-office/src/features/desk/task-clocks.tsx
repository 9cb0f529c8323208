import type { TaskDetail } from '@onewindow/contracts';
import type { IsoDate } from '@onewindow/domain';
import { ClockCard, useKeys } from '@onewindow/ui';
import { useState } from 'react';
import { ClockExplanationPanel } from '../clock-work/index.js';

const CLOCKS = [
  ['statutory', '法定'],
  ['promised', '承诺'],
  ['step', '环节'],
] as const;
type ClockName = (typeof CLOCKS)[number][0];

/** The three clocks of the task; each opens why its date is that day (R1, R3.2). */
export function TaskClocks({ task, today }: { task: TaskDetail; today: IsoDate }) {
  const [shown, setShown] = useState<ClockName | null>(null);
  const known = CLOCKS.map(([name]) => name).filter((name) => task.clocks[name] !== null);
  const nearest = known.toSorted((a, b) => (task.clocks[a]?.due ?? '').localeCompare(task.clocks[b]?.due ?? ''))[0];
  const open = (name: ClockName) => setShown(shown === name ? null : name);
  useKeys(nearest === undefined ? {} : { E: { label: '期限怎么算的', run: () => open(shown ?? nearest) } }, { title: '期限' });
  return (
    <div className="bo-task-clocks">
      {CLOCKS.map(([name, label]) => (
        <ClockCard
          key={name}
          label={label}
          clock={task.clocks[name]}
          paused={task.paused !== null}
          today={today}
          open={shown === name}
          onOpen={() => open(name)}
          {...(name === (shown ?? nearest) ? { keys: 'E' } : {})}
        />
      ))}
      {shown === null ? null : (
        <ClockExplanationPanel
          caseId={task.caseId}
          taskId={task.id}
          clock={shown}
          clocks={known}
          onClock={setShown}
          onClose={() => setShown(null)}
        />
      )}
    </div>
  );
}
