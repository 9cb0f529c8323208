import type { TaskDetail } from '@onewindow/contracts';
import { dateWords, isInReview, type IsoDate } from '@onewindow/domain';
import { CaseMarks, CaseStatusTag, Chip, formatCaseNo, Paused, routeNodes, RoutePicture } from '@onewindow/ui';
import { useMemo } from 'react';
import { TaskClocks } from './task-clocks.js';
import { BundleLine } from './bundle/bundle-line.js';
import { deferredWords } from './deferred-words.js';

/** What the case is, its three clocks, and where it is on its route. */
export function TaskHead({ task, today }: { task: TaskDetail; today: IsoDate }) {
  const kase = task.case;
  const nodes = useMemo(() => routeNodes(kase, { taskId: task.id }, today), [kase, task.id, today]);
  return (
    <header className="bo-task-head">
      <div className="bo-task-title">
        <div className="bo-task-names">
          <h2>
            {task.title} {task.itemName}
          </h2>
          <p>
            {formatCaseNo(task.caseNo)}
            {task.title === kase.applicantName ? '' : `，${kase.applicantName}`}
            {kase.acceptedOn ? `，${dateWords(kase.acceptedOn, today)} 受理` : ''}
            {isInReview(kase.status) ? null : (
              <>
                {' '}
                <CaseStatusTag status={kase.status} />
              </>
            )}
          </p>
          <TaskMarks kase={kase} paused={task.paused} actingFor={task.actingFor} today={today} />
        </div>
        <TaskClocks task={task} today={today} />
      </div>
      <div className="bo-task-route">
        <RoutePicture nodes={nodes} />
      </div>
      <BundleLine bundle={kase.bundle} />
    </header>
  );
}

interface TaskMarksProps extends Pick<TaskDetail, 'paused' | 'actingFor'> {
  kase: TaskDetail['case'];
  today: IsoDate;
}

/** What the approver must know before looking: in whose name, why the clock stands still, taken on paper, accepted by silence, papers that are still to come (R2.4, R4, R10.5). */
function TaskMarks({ kase, paused, actingFor, today }: TaskMarksProps) {
  const deferred = deferredWords(kase.materials);
  if (kase.outageNo === null && !kase.deemed && deferred === null && paused === null && actingFor === null) return null;
  return (
    <div className="bo-task-marks">
      {actingFor === null ? null : <Chip tone="neutral">{`代${actingFor.name}办理`}</Chip>}
      {paused === null ? null : <Paused pause={paused} today={today} />}
      <CaseMarks outageNo={kase.outageNo} deemed={kase.deemed} fuse={null} />
      {deferred === null ? null : <Chip tone="yellow">{deferred}</Chip>}
    </div>
  );
}
