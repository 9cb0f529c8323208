import type { DraftedDecision, TaskDetail } from '@onewindow/contracts';
import { ActionButton, Kbd, SegmentedButtons, useKeptValue, useKeys, usePlaceFocus, useSettled } from '@onewindow/ui';
import { Suspense, useEffect, useState, type ReactNode } from 'react';
import { ProblemBar } from '../../app/problem-bar.js';
import { showColumn } from '../../app/show-column.js';
import { ActionPanel, type PanelVerb } from './action-panel.js';
import { DECISION_PAPERS, usePreviewed } from './decision/decision-preview.js';
import { groupedReasons, mainAction } from './main-action.js';
import { hindranceOf, mainLabel, OUTCOMES } from './main-label.js';
import { pointsWarning } from './point-states.js';
import { keptChoices } from './kept-choices.js';
import type { Outcome, TaskCommand } from './task-commands.js';
import type { ReviewDraft } from './use-review-draft.js';
import { otherActions, otherWork } from './other-actions.js';
import type { WorkPanelEntry } from './work-panels.js';

export interface DecisionAreaProps {
  task: TaskDetail;
  draft: ReviewDraft;
  command: TaskCommand;
  hasNext: boolean;
  /** False while what is offered has only just come up by itself (`useSettled`). */
  settled: boolean;
  /** Ctrl+Enter belongs to something else above: 改常用语. */
  covered: boolean;
  /** The newest decision that was drafted and sent up. */
  drafted: DraftedDecision | undefined;
  /** An action around the work went through. */
  onWorked: (words: string, options?: { leaves?: boolean }) => void;
  /** In place of what the server would refuse: the work has gone elsewhere. */
  taken: ReactNode;
  /** A panel is open: what is typed there is nowhere else. */
  onPanel: (isOpen: boolean) => void;
}

/** The main action of the task, the others in fixed places, and the panel of the one that needs a reason first. */
export function DecisionArea(props: DecisionAreaProps) {
  const { task, draft, command, hasNext, settled, covered, drafted, onWorked, taken, onPanel } = props;
  const [work, setWork] = useState<WorkPanelEntry | null>(null);
  const [panel, setPanelShown] = useState<PanelVerb | null>(null);
  const setPanel = (verb: PanelVerb | null) => {
    showColumn('review');
    setPanelShown(verb);
  };
  const isOpen = panel !== null || work !== null;
  useEffect(() => onPanel(isOpen), [onPanel, isOpen]);
  // As the words beside it: an answer that stood at 不同意 must not come back as 无意见.
  const [outcome, setOutcome] = useKeptValue<Outcome>(keptChoices(task.id).outcome, 'agree');
  const main = mainAction(task);
  // What was sent from a panel gives the same keys back to the main action: the second of two quick presses did not mean it.
  const uncovered = useSettled(isOpen || covered ? 'covered' : `${main.verb}:${main.action?.allowed}`);
  const others = otherActions(task);
  const works = otherWork(task);
  const problem =
    taken ??
    (command.problem ? (
      <ProblemBar
        problem={command.problem}
        onRefresh={command.refresh}
        onClose={command.dismiss}
        {...(command.retry ? { onRetry: command.retry } : {})}
      />
    ) : null);

  if (panel) {
    return (
      <PanelPlace>
        <ActionPanel
          verb={panel}
          task={task}
          busy={command.busy}
          opinion={draft.opinion}
          drafted={drafted?.decision === 'deny' ? (drafted.reason ?? undefined) : undefined}
          onSend={command.run}
          onClose={() => setPanel(null)}
        />
        {problem}
      </PanelPlace>
    );
  }
  if (work) {
    const { Panel } = work;
    return (
      <PanelPlace>
        <Suspense fallback={null}>
          <Panel
            // An opinion that was saved here meanwhile is nobody else's change.
            task={{ ...task, version: draft.version }}
            onClose={() => setWork(null)}
            onDone={(words, options) => {
              setWork(null);
              onWorked(words, options);
            }}
          />
        </Suspense>
        {taken}
      </PanelPlace>
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
          busy={command.busy || !settled || !uncovered}
          reasonAt="below"
          onAct={openMain}
          {...hindranceOf(main, draft, drafted)}
        />
      )}
      {warning ? <p className="bo-decision-warning">{warning}</p> : null}
      {main.verb === 'decide' && main.action?.allowed === true ? <GrantPreview /> : null}
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
          {works.map(({ panel: entry, label, keys, action }) => (
            <ActionButton
              key={entry.action}
              action={action}
              label={label}
              {...(keys ? { keys } : {})}
              block
              busy={command.busy}
              reasonAt="elsewhere"
              onAct={() => {
                showColumn('review');
                draft.save();
                setWork(entry);
              }}
            />
          ))}
        </div>
      ) : null}
      <Reasons others={[...others, ...works]} said={main.action?.allowed === false ? main.action.reason : undefined} />
      {problem}
    </div>
  );
}

/** The place of an open panel: the keyboard is in it. */
function PanelPlace({ children }: { children: ReactNode }) {
  const place = usePlaceFocus<HTMLDivElement>();
  return (
    <div ref={place} className="bo-decision bo-panel-place" tabIndex={-1}>
      {children}
    </div>
  );
}

/** 准予决定书 before it goes out: F7 shows it in the middle, and puts it away. */
function GrantPreview() {
  const { wanted, want } = usePreviewed();
  const isShown = wanted?.decision === 'grant';
  const toggle = () => want(isShown ? null : { decision: 'grant', reason: '' });
  useKeys({ F7: { label: `预览${DECISION_PAPERS.grant}`, run: toggle } }, { title: '决定' });
  useEffect(() => () => want(null), [want]);
  return (
    <button type="button" className="ow-link ow-small bo-grant-preview" aria-pressed={isShown} onClick={toggle}>
      {isShown ? '收起决定书' : '预览决定书'} <Kbd keys="F7" />
    </button>
  );
}

interface ReasonsProps {
  others: Parameters<typeof groupedReasons>[0];
  /** Stands under the main action already. */
  said: string | undefined;
}

function Reasons({ others, said }: ReasonsProps) {
  const reasons = groupedReasons(others);
  if (reasons.length === 0) return null;
  return (
    <ul className="bo-reasons">
      {reasons.map(({ labels, reason }) => (
        <li key={reason}>
          {labels}：{reason === said ? '同上' : reason}
        </li>
      ))}
    </ul>
  );
}
