import type { TaskDetail } from '@onewindow/contracts';
import { Button, KeyHints, SegmentedButtons, useKeptValue, useKeys, useKeptWords } from '@onewindow/ui';
import { useQuery } from '@tanstack/react-query';
import { Input } from 'antd';
import { useEffect, useId, useState } from 'react';
import { usePreviewed } from './decision/decision-preview.js';
import { colleaguesQuery } from './desk.queries.js';
import { earlierSteps } from './earlier-steps.js';
import { keptChoices } from './kept-choices.js';
import { OfficerChoice } from './officer-choice.js';
import type { TaskIntention } from './task-commands.js';

/** The verbs that ask for something before they act. */
export type PanelVerb = 'return' | 'transfer' | 'refuse' | 'reassign' | 'sendUp' | 'deny' | 'terminate' | 'issue';

const WORDS = {
  return: { title: '退回前一环节', field: '退回理由', send: '退回' },
  transfer: { title: '转办给本部门另一人，时限不变', field: '转办理由', send: '转办' },
  reassign: { title: '改派，时限不变，两人都会收到消息', field: '改派理由', send: '改派' },
  refuse: { title: '拒签：不是本部门的，退大厅改派', field: '拒签理由', send: '拒签' },
  sendUp: { title: '报送拟办意见，本环节审查通过', field: '拟不予理由', send: '报送' },
  deny: { title: '不予许可，理由写进决定书', field: '不予理由', send: '不予许可' },
  terminate: { title: '终止办理，出终止办理通知书', field: '终止理由', send: '终止' },
  issue: { title: '结果制作好后送窗口', field: '放在哪里，可不填', send: '出证' },
} as const satisfies Record<PanelVerb, { title: string; field: string; send: string }>;

const DANGEROUS: ReadonlySet<PanelVerb> = new Set(['deny', 'terminate']);
/** The verbs that name a person. */
const TO_SOMEBODY: ReadonlySet<PanelVerb> = new Set(['transfer', 'reassign']);

export interface ActionPanelProps {
  verb: PanelVerb;
  task: TaskDetail;
  busy: boolean;
  onSend: (intention: TaskIntention) => void;
  onClose: () => void;
  /** Of a drafted denial: the reason as the officer wrote it. */
  drafted?: string | undefined;
  /** The opinion that goes along; an empty one is asked for. */
  opinion: string;
}

/** Docked in the place of the verbs: the reason first, then Ctrl+Enter. No single key completes it. */
export function ActionPanel({ verb, task, busy, onSend, onClose, drafted, opinion }: ActionPanelProps) {
  const fieldId = useId();
  const steps = verb === 'return' ? earlierSteps(task.case.route, task.id) : [];
  // Never prefilled with an opinion: 同意 would become the reason of a denial with one key. A drafted denial brings its own reason.
  const [reason, setReason] = useKeptWords(`${task.id}:${verb}`, verb === 'deny' ? drafted : '');
  const [proposed, setProposed] = useKeptValue<'grant' | 'deny'>(keptChoices(task.id).proposed, 'grant');
  const [toStep, setToStep] = useState(steps[0]?.key ?? '');
  const [toStaffId, setToStaffId] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const words = WORDS[verb];
  const text = reason.trim();
  const asksReason = verb !== 'issue' && (verb !== 'sendUp' || proposed === 'deny');
  const isToSomebody = TO_SOMEBODY.has(verb);
  const { data: receivers } = useQuery({ ...colleaguesQuery(task.id), enabled: isToSomebody });
  const nobody = isToSomebody && (receivers?.nobody ?? null) !== null;
  useDenialPreview(verb === 'deny', text);
  const missing = [
    verb === 'return' && toStep === '' ? '退回到哪一环节' : '',
    isToSomebody && toStaffId === null ? '选一个人' : '',
    verb === 'sendUp' && opinion.trim() === '' ? '写审查意见' : '',
    asksReason && text === '' ? `写${words.field}` : '',
  ].filter(Boolean);

  function send() {
    setTried(true);
    if (missing.length > 0 || busy || nobody) return;
    if (verb === 'return') onSend({ verb, toStep, reason: text });
    else if (verb === 'transfer' || verb === 'reassign') onSend({ verb, toStaffId: toStaffId ?? '', reason: text });
    else if (verb === 'sendUp') onSend({ verb, decision: proposed, reason: text });
    else if (verb === 'issue') onSend({ verb, place: text });
    else onSend({ verb, reason: text });
  }
  useKeys({ Escape: { label: '不办了，返回', run: onClose } }, { title: words.send, scope: 'panel' });
  useKeys(
    { G: { label: '拟准予', run: () => setProposed('grant') }, D: { label: '拟不予许可', run: () => setProposed('deny') } },
    { title: words.send, scope: 'panel', enabled: verb === 'sendUp' },
  );

  return (
    <section className="bo-panel" aria-label={words.title}>
      <h3>{words.title}</h3>
      {verb === 'return' ? <StepChoice steps={steps} value={toStep} onChange={setToStep} /> : null}
      {isToSomebody ? <OfficerChoice task={task} value={toStaffId} onChange={setToStaffId} /> : null}
      {verb === 'sendUp' ? (
        <>
          <SegmentedButtons block label="拟办" options={PROPOSALS} value={proposed} onChange={setProposed} />
          <KeyHints hints={PROPOSAL_KEYS} />
        </>
      ) : null}
      {verb === 'sendUp' && proposed === 'grant' ? null : (
        <span className="bo-field">
          <label htmlFor={fieldId}>{words.field}</label>
          <Input.TextArea
            id={fieldId}
            autoFocus
            rows={verb === 'issue' ? 1 : 3}
            maxLength={verb === 'issue' ? 100 : verb === 'deny' || verb === 'sendUp' ? 2000 : 500}
            value={reason}
            status={tried && asksReason && text === '' ? 'error' : ''}
            placeholder={verb === 'issue' ? `${task.case.hall.name}出件台` : undefined}
            onChange={(event) => setReason(event.target.value)}
          />
        </span>
      )}
      {verb === 'sendUp' ? <p className="ow-small ow-secondary">首席代表会看到结论、意见和理由，可以照办，也可以改。</p> : null}
      {tried && missing.length > 0 ? (
        <p className="bo-field-error" role="alert">
          {missing.join('，')}。
        </p>
      ) : null}
      <div className="bo-panel-actions">
        <Button label="返回" keys="Escape" printOnly onClick={onClose} />
        <Button
          label={`${words.send}本件`}
          kind={DANGEROUS.has(verb) ? 'danger' : 'primary'}
          keys="Ctrl+Enter"
          keyScope="panel"
          disabled={nobody}
          busy={busy}
          onClick={send}
        />
      </div>
    </section>
  );
}

const PROPOSALS = [
  { value: 'grant', label: '拟准予' },
  { value: 'deny', label: '拟不予许可' },
] as const;

const PROPOSAL_KEYS = [
  [['G'], '拟准予'],
  [['D'], '拟不予许可'],
] as const;

/** 不予许可决定书 in the middle while its reason is written. */
function useDenialPreview(shown: boolean, reason: string) {
  const { want } = usePreviewed();
  useEffect(() => {
    if (shown) want({ decision: 'deny', reason });
  }, [want, shown, reason]);
  useEffect(() => () => want(null), [want]);
}

function StepChoice({
  steps,
  value,
  onChange,
}: {
  steps: ReturnType<typeof earlierSteps>;
  value: string;
  onChange: (key: string) => void;
}) {
  return (
    <fieldset className="bo-choices">
      <legend className="bo-label">退回到</legend>
      {steps.map((step) => (
        <label key={step.key} className="bo-choice">
          <input type="radio" name="to-step" checked={step.key === value} onChange={() => onChange(step.key)} />
          <span>{step.name}</span>
          <span className="ow-secondary">{[step.department.shortName, step.holder?.name].filter(Boolean).join(' ')}</span>
        </label>
      ))}
    </fieldset>
  );
}
