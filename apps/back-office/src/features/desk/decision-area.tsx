import type { TaskDetail } from '@onewindow/contracts';
import { ActionButton, SegmentedButtons } from '@onewindow/ui';
import { Suspense, useState } from 'react';
import { ProblemBar } from '../../app/problem-bar.js';
import { showColumn } from '../../app/show-column.js';
import { ActionPanel, type PanelVerb } from './action-panel.js';
import { groupedReasons, mainAction, type MainAction } from './main-action.js';
import { pointsWarning } from './point-states.js';
import type { Outcome, TaskCommand } from './task-commands.js';
import type { ReviewDraft } from './use-review-draft.js';
import { otherActions, otherWork } from './other-actions.js';
import type { WorkPanelEntry } from './work-panels.js';

const OUTCOMES: readonly { value: Outcome; label: string }[] = [
  { value: 'agree', label: '无意见' },
  { value: 'agreeWithConditions', label: '同意，附条件' },
  { value: 'object', label: '不同意' },
];

export interface DecisionAreaProps {
  task: TaskDetail;
  draft: ReviewDraft;
  command: TaskCommand;
  hasNext: boolean;
  /** An action around the work went through. */
  onWorked: (words: string, options?: { leaves?: boolean }) => void;
}

/** The main action of the task, the others in fixed places, and the panel of the one that needs a reason first. */
export function DecisionArea({ task, draft, command, hasNext, onWorked }: DecisionAreaProps) {
  const [work, setWork] = useState<WorkPanelEntry | null>(null);
  const [panel, setPanelShown] = useState<PanelVerb | null>(null);
  const setPanel = (verb: PanelVerb | null) => {
    showColumn('review');
    setPanelShown(verb);
  };
  const [outcome, setOutcome] = useState<Outcome>('agree');
  const main = mainAction(task);
  const others = otherActions(task);
  const works = otherWork(task);
  const problem = command.problem ? (
    <ProblemBar
      problem={command.problem}
      onRefresh={command.refresh}
      onClose={command.dismiss}
      {...(command.retry ? { onRetry: command.retry } : {})}
    />
  ) : null;

  if (panel) {
    return (
      <div className="bo-decision">
        <ActionPanel verb={panel} task={task} busy={command.busy} onSend={command.run} onClose={() => setPanel(null)} />
        {problem}
      </div>
    );
  }
  if (work) {
    const { Panel } = work;
    return (
      <div className="bo-decision">
        <Suspense fallback={null}>
          <Panel
            task={task}
            onClose={() => setWork(null)}
            onDone={(words, options) => {
              setWork(null);
              onWorked(words, options);
            }}
          />
        </Suspense>
      </div>
    );
  }
  const isAnswer = main.verb === 'complete' && task.kind === 'consultation';
  const asksForPoints = (main.verb === 'complete' || main.verb === 'decide') && main.action?.allowed === true;
  const warning = asksForPoints ? pointsWarning(draft.points) : null;
  const openMain = () => {
    if (main.verb === 'complete') command.run({ verb: 'complete', outcome });
    else if (main.verb === 'decide') command.run({ verb: 'grant' });
    else if (main.verb === 'issue') setPanel('issue');
    else if (main.verb !== 'none') command.run({ verb: main.verb });
  };
  return (
    <div className="bo-decision">
      {isAnswer ? <SegmentedButtons block label="答复" options={OUTCOMES} value={outcome} onChange={setOutcome} /> : null}
      {main.verb === 'none' ? null : (
        <ActionButton
          action={main.action}
          label={mainLabel(main.verb, task, outcome, hasNext)}
          kind="primary"
          keys="Ctrl+Enter"
          block
          busy={command.busy}
          reasonAt="below"
          onAct={openMain}
          {...hindranceOf(main, draft)}
        />
      )}
      {warning ? <p className="bo-decision-warning">{warning}</p> : null}
      {others.length + works.length > 0 ? (
        <div className="bo-verbs">
          {others.map(({ verb, label, keys, danger, action, direct }) => (
            <ActionButton
              key={verb}
              action={action}
              label={label}
              {...(keys ? { keys } : {})}
              {...(danger ? { kind: 'danger' as const } : {})}
              block
              busy={command.busy}
              reasonAt="elsewhere"
              onAct={() => (direct ? command.run({ verb: direct }) : setPanel(verb as PanelVerb))}
            />
          ))}
          {works.map(({ panel, label, keys, action }) => (
            <ActionButton
              key={panel.action}
              action={action}
              label={label}
              {...(keys ? { keys } : {})}
              block
              busy={command.busy}
              reasonAt="elsewhere"
              onAct={() => {
                showColumn('review');
                setWork(panel);
              }}
            />
          ))}
        </div>
      ) : null}
      <Reasons others={[...others, ...works]} />
      {problem}
    </div>
  );
}

function Reasons({ others }: { others: Parameters<typeof groupedReasons>[0] }) {
  const reasons = groupedReasons(others);
  if (reasons.length === 0) return null;
  return (
    <ul className="bo-reasons">
      {reasons.map(({ labels, reason }) => (
        <li key={reason}>
          {labels}：{reason}
        </li>
      ))}
    </ul>
  );
}

/** An opinion belongs to every review and answer: without one the button says what is missing. */
function hindranceOf(main: MainAction, draft: ReviewDraft): { hindrance?: string } {
  const needsOpinion = main.verb === 'complete' && main.action?.allowed === true;
  return needsOpinion && draft.opinion.trim() === '' ? { hindrance: '先写审查意见' } : {};
}

function mainLabel(verb: MainAction['verb'], task: TaskDetail, outcome: Outcome, hasNext: boolean): string {
  const next = hasNext ? '，开下一件' : '';
  switch (verb) {
    case 'claim':
      return '签收本件';
    case 'complete':
      return task.kind === 'consultation'
        ? `答复${OUTCOMES.find(({ value }) => value === outcome)?.label ?? ''}${next}`
        : `审查通过${next}`;
    case 'decide':
      return `准予${next}`;
    case 'issue':
      return `出证${next}`;
    case 'retrieve':
      return '取回本件';
    case 'none':
      return '';
  }
}
