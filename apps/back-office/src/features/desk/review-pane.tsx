import type { TaskDetail } from '@onewindow/contracts';
import type { IsoDate } from '@onewindow/domain';
import { Kbd, Pane, useKeys } from '@onewindow/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, type ReactNode } from 'react';
import { showColumn } from '../../app/show-column.js';
import { DraftedCards } from './decision/drafted-card.js';
import { DecisionArea } from './decision-area.js';
import { refreshTasks, taskBackgroundQuery } from './desk.queries.js';
import { OpinionBox, savingWords } from './opinion-box.js';
import { useCited } from './papers/cited-paper.js';
import { firstOpenPoint, pointsSummary, tickPoint } from './point-states.js';
import { PointsList } from './points-list.js';
import { Story } from './story.js';
import { useTaskCommand, type TaskOutcome } from './task-commands.js';
import { useReviewDraft } from './use-review-draft.js';

export interface ReviewPaneProps {
  task: TaskDetail;
  staffId: string;
  today: IsoDate;
  /** The keys act in this pane. */
  active: boolean;
  /** Stable, as is `onOutcome`: the pane is not drawn anew when the cursor of the queue moves. */
  onActive: () => void;
  onOutcome: (outcome: TaskOutcome) => void;
  /** Is there another one to open after this? */
  hasNext: boolean;
  /** False while what is offered has only just come up by itself (`useSettled`). */
  settled: boolean;
  /** The work has gone elsewhere meanwhile: who has it. */
  taken: ReactNode;
  /** Something is being written that would be lost with this pane. */
  onWriting: (isWriting: boolean) => void;
}

/** Points, opinion, decision, story of one piece of work. Mounted anew when it is another, or on another desk. */
export function ReviewPane({ task, staffId, today, active, onActive, onOutcome, hasNext, settled, taken, onWriting }: ReviewPaneProps) {
  // Who may not put it back does not hold it, in their own name or in that of a principal: the same right (SaveOpinion).
  const editable = task.actions.some(({ action, allowed }) => action === 'release' && allowed);
  const draft = useReviewDraft(task, staffId, editable);
  const command = useTaskCommand(task, draft, onOutcome);
  const client = useQueryClient();
  const worked = (words: string, { leaves = false }: { leaves?: boolean } = {}) => {
    onOutcome({ verb: 'work', words, taskId: task.id, mayIssue: false, leaves });
    void refreshTasks(client, task.caseId);
  };
  const { data: background } = useQuery({ ...taskBackgroundQuery(task), enabled: task.kind === 'decision' });
  const [drafted] = background?.drafts ?? [];
  const [at, setAt] = useState(() => firstOpenPoint(draft.points));
  const [all, setAll] = useState(false);
  const [panelOpen, setPanelOpen] = useState(false);
  const [editingPhrases, setEditingPhrases] = useState(false);
  const isWriting = panelOpen || !draft.isUntouched;
  useEffect(() => onWriting(isWriting), [onWriting, isWriting]);
  const { points } = draft;
  const cited = useCited();

  // 拟办: the opinion that was sent up stands there to be followed or changed, as long as nobody has written another.
  const { change, isUntouched } = draft;
  const proposal = editable && isUntouched && task.draftSavedAt === null && draft.opinion === '' ? drafted?.opinion : undefined;
  useEffect(() => {
    if (proposal !== undefined) change({ opinion: proposal });
  }, [proposal, change]);

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
  const note = (index: number, words: string) =>
    draft.change({ points: points.map((point, i) => (i === index ? { ...point, note: words || null } : point)) });
  function cite() {
    const seenAt = cited();
    if (seenAt === null) return false;
    act();
    note(at, seenAt);
    return true;
  }
  const move = (step: number) => {
    act();
    setAt(Math.max(0, Math.min(points.length - 1, at + step)));
  };

  useKeys(
    points.length === 0
      ? {}
      : {
          ArrowDown: { label: '下一条要点', run: () => move(1), repeat: true },
          ArrowUp: { label: '上一条要点', run: () => move(-1), repeat: true },
          ...(editable
            ? { Space: { label: '核对审查要点', run: () => tick(at) }, M: { label: '批注：把看到的这一页记在要点上', run: cite } }
            : {}),
        },
    { title: '审查要点' },
  );
  useKeys({ 'Ctrl+S': { label: '暂存意见', run: draft.save } }, { title: '审查意见', enabled: editable });
  useKeys(
    {
      L: { label: all ? '收起经过' : '全部经过', run: toggleStory },
      ...(all ? { Escape: { label: '收起经过', run: toggleStory, hidden: true } } : {}),
    },
    { title: '经过' },
  );

  const story = <Story task={task} today={today} all={all} onToggle={toggleStory} />;
  // An open panel stays: what is typed there is nowhere else.
  if (all && !panelOpen) return story;
  const writes = editable && task.kind !== 'issue';
  return (
    <>
      {points.length > 0 ? (
        <div className="bo-points-pane">
          <Pane title="审查要点" words={pointsSummary(points)} right={editable ? <PointKeys /> : undefined} size="fill">
            <PointsList points={points} at={at} active={active} editable={editable} onTick={tick} onNote={note} />
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
        <DraftedCards drafts={background?.drafts ?? []} today={today} />
        {writes ? (
          <OpinionBox
            kind={task.kind}
            opinion={draft.opinion}
            saving={draft.saving}
            editing={editingPhrases}
            onEditing={setEditingPhrases}
            drafted={drafted !== undefined && draft.opinion !== '' && draft.opinion === drafted.opinion}
            onChange={(opinion) => draft.change({ opinion })}
          />
        ) : null}
        {!writes && draft.opinion ? <p className="bo-opinion-read">{draft.opinion}</p> : null}
        <DecisionArea
          task={task}
          draft={draft}
          command={command}
          hasNext={hasNext}
          settled={settled}
          covered={editingPhrases}
          drafted={drafted}
          onWorked={worked}
          taken={taken}
          onPanel={setPanelOpen}
        />
      </Pane>
      {story}
    </>
  );
}

/** 空格 ticks, M notes the page on the stage beside the point: whoever may only read has neither. */
function PointKeys() {
  return (
    <>
      <span className="ow-small ow-secondary">
        批注 <Kbd keys="M" />
      </span>
      <Kbd keys="Space" />
    </>
  );
}
