import { shanghaiToday } from '@onewindow/domain';
import { CaseMarks, ClockCard, formatCaseNo, formatMoment, Kbd, Pane, Paused, routeNodes, useKeys, useNow } from '@onewindow/ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Story, TaskFrame, taskQuery } from '../desk/index.js';

export interface CaseDockProps {
  taskId: string;
  /** Where Esc leads back to, if the case was opened from there. */
  onClose?: () => void;
}

/** The case of the row where the keys act: clocks, who has it since when, the steps, the story. */
export function CaseDock({ taskId, onClose }: CaseDockProps) {
  const query = useQuery(taskQuery(taskId));
  const [all, setAll] = useState(false);
  const today = shanghaiToday(useNow());
  useKeys({ L: { label: '全部经过', run: () => setAll(!all) } }, { title: '办件' });
  useKeys(
    { Escape: { label: all ? '收起经过' : '返回', run: () => (all ? setAll(false) : onClose?.()) } },
    { title: '办件', scope: 'pane', enabled: all || onClose !== undefined },
  );
  const back = onClose ? (
    <button type="button" className="bo-plain" aria-label="返回" onClick={onClose}>
      <Kbd keys="Escape" />
    </button>
  ) : undefined;
  return (
    <TaskFrame query={query} onBack={() => onClose?.()}>
      {(task) => (
        <>
          <Pane size="fit" title={task.title} words={task.itemName} right={back}>
            <div className="bo-dock-case">
              <p className="ow-secondary ow-small">
                {formatCaseNo(task.caseNo)}，{task.case.applicantName}，{task.department.name} <CaseMarks {...task.case} />
              </p>
              <p>
                {task.stepName}：
                {task.holder && task.claimedAt ? `${task.holder.name} ${formatMoment(task.claimedAt, today)} 签收` : '待签收'}，
                {task.stalledDays === 0 ? '今天动过' : <strong>{`停滞 ${task.stalledDays} 天`}</strong>}
              </p>
              {task.paused ? <Paused pause={task.paused} today={today} /> : null}
              <div className="bo-dock-clocks">
                <ClockCard label="法定" clock={task.clocks.statutory} paused={task.light === 'paused'} today={today} />
                <ClockCard label="承诺" clock={task.clocks.promised} paused={task.light === 'paused'} today={today} />
                <ClockCard label="环节" clock={task.clocks.step} paused={task.light === 'paused'} today={today} />
              </div>
              <ol className="bo-dock-steps" aria-label="办理路线">
                {routeNodes(task.case, { taskId: task.id }, today).map((node) => (
                  <li key={node.key} className={`bo-dock-step-${node.state}`} aria-current={node.state === 'current' ? 'step' : undefined}>
                    <span>{node.title}</span>
                    <span>{node.words}</span>
                    <span>{node.outcome?.words}</span>
                  </li>
                ))}
              </ol>
            </div>
          </Pane>
          <Story task={task} today={today} all={all} onToggle={() => setAll(!all)} />
        </>
      )}
    </TaskFrame>
  );
}
