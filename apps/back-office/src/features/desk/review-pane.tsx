import type { TaskDetail } from '@onewindow/contracts';
import type { IsoDate } from '@onewindow/domain';
import { Pane, useKeys } from '@onewindow/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { showColumn } from '../../app/show-column.js';
import { DecisionArea } from './decision-area.js';
import { refreshTasks } from './desk.queries.js';
import { OpinionBox, savingWords } from './opinion-box.js';
import { firstOpenPoint, pointsSummary, tickPoint } from './point-states.js';
import { PointsList } from './points-list.js';
import { Story } from './story.js';
import { useTaskCommand, type TaskOutcome } from './task-commands.js';
import { useReviewDraft } from './use-review-draft.js';
import { Kbd } from '@onewindow/ui';

export interface ReviewPaneProps {
  task: TaskDetail;
  staffId: string;
  today: IsoDate;
  /** The keys act in this pane. */
  active: boolean;
  onActive: () => void;
  onOutcome: (outcome: TaskOutcome) => void;
  /** Is there another one to open after this? */
  hasNext: boolean;
}

/** The right column of the desk: points, opinion, decision, story. Mounted anew for every task. */
export function ReviewPane({ task, staffId, today, active, onActive, onOutcome, hasNext }: ReviewPaneProps) {
  const editable = task.status === 'claimed' && task.holder?.id === staffId;
  const draft = useReviewDraft(task, staffId, editable);
  const command = useTaskCommand(task, draft, onOutcome);
  const client = useQueryClient();
  const worked = (words: string, { leaves = false }: { leaves?: boolean } = {}) => {
    onOutcome({ verb: 'work', words, taskId: task.id, mayIssue: false, leaves });
    void refreshTasks(client, task.caseId);
  };
  const [at, setAt] = useState(() => firstOpenPoint(draft.points));
  const [all, setAll] = useState(false);
  const { points } = draft;

  function act() {
    onActive();
    showColumn('review');
  }
  const toggleStory = () => {
    showColumn('review');
    setAll(!all);
  };
  function tick(index: number) {
    act();
    if (!editable) return;
    const next = tickPoint(points, index);
    setAt(next.at);
    draft.change({ points: next.points });
  }
  const move = (step: number) => {
    act();
    setAt(Math.max(0, Math.min(points.length - 1, at + step)));
  };

  useKeys(
    points.length === 0
      ? {}
      : {
          Space: { label: '核对审查要点', run: () => tick(at) },
          ArrowDown: { label: '下一条要点', run: () => move(1), repeat: true },
          ArrowUp: { label: '上一条要点', run: () => move(-1), repeat: true },
        },
    { title: '审查要点' },
  );
  useKeys({ 'Ctrl+S': { label: '暂存意见', run: draft.save } }, { title: '审查意见', enabled: editable });
  useKeys({ L: { label: all ? '收起经过' : '全部经过', run: toggleStory } }, { title: '经过' });

  const story = <Story task={task} today={today} all={all} onToggle={toggleStory} />;
  if (all) return story;
  const writes = editable && task.kind !== 'issue';
  return (
    <>
      {points.length > 0 ? (
        <div className="bo-points-pane">
          <Pane title="审查要点" words={pointsSummary(points)} right={<Kbd keys="Space" />} size="fill">
            <PointsList
              points={points}
              at={at}
              active={active}
              editable={editable}
              onTick={tick}
              onNote={(index, note) =>
                draft.change({ points: points.map((point, i) => (i === index ? { ...point, note: note || null } : point)) })
              }
            />
          </Pane>
        </div>
      ) : null}
      <Pane
        size="fit"
        title={task.kind === 'consultation' ? '答复意见' : task.kind === 'issue' ? '出证' : '审查意见'}
        right={
          writes ? (
            <span className={draft.saving.kind === 'failed' ? 'bo-field-error' : undefined}>{savingWords(draft.saving)}</span>
          ) : undefined
        }
      >
        {writes ? (
          <OpinionBox
            staffId={staffId}
            kind={task.kind}
            opinion={draft.opinion}
            saving={draft.saving}
            onChange={(opinion) => draft.change({ opinion })}
          />
        ) : null}
        {!writes && draft.opinion ? <p className="bo-opinion-read">{draft.opinion}</p> : null}
        <DecisionArea task={task} draft={draft} command={command} hasNext={hasNext} onWorked={worked} />
      </Pane>
      {story}
    </>
  );
}
