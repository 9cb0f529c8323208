import type { ApplicantInput, CaseDetail, ItemDefinition } from '@onewindow/contracts';
import { mayReplaceApplicant } from '@onewindow/domain';
import { Chip, Kbd, Pane, useKeys } from '@onewindow/ui';
import { memo, useCallback, useEffect, useState, type ReactNode } from 'react';
import { PlaceNote } from '../any-hall/index.js';
import { agentGaps, EMPTY_AGENT, startAgent, type AgentEntry, type AgentInput } from './agent-entry.js';
import { AgentForm } from './agent-form.js';
import { ApplicantFacts } from './applicant-facts.js';
import { AGENT_SWITCH_ID, applicantFieldId } from './applicant-fields.js';
import { ApplicantForm } from './applicant-form.js';
import { useApplicantProfile } from './applicant-profile.queries.js';
import { CheckLine } from './check-line.js';
import { DuplicateNotice } from './duplicate-notice.js';
import { EarlierCases } from './earlier-cases.js';
import { PresenceByHand } from './presence-by-hand.js';
import { keepHalfTyped, recallHalfTyped, rememberApplicant } from './present-person.js';
import { Stranger } from './stranger.js';
import { useApplicantEntry } from './use-applicant-entry.js';
import { useCard } from './use-card.js';
import { usePresence, type TurnTaker } from './use-presence.js';
import './identify.css';

/** Whose form stands half filled. */
export type Unsettled = 'applicant' | 'agent' | null;

export interface ApplicantPaneProps {
  detail: CaseDetail;
  definition: ItemDefinition;
  /** A draft's applicant can be entered; a received case's is on record. */
  editable: boolean;
  writer: TurnTaker;
  onApplicant: (input: ApplicantInput) => void;
  onAgent: (agent: AgentInput | null) => void;
  onDuplicateReason: (reason: string) => void;
  /** The server has written the case outside the draft's own saving. */
  onWritten: (detail: CaseDetail) => void;
  /** Who is being typed and is not whole yet: the case still has the applicant of before, and the agent of before or none. */
  onUnsettled: (unsettled: Unsettled) => void;
  /** Enter at the end: go to what is next. */
  onDone: () => void;
  /** The situation, between the applicant and the earlier cases. */
  children: ReactNode;
}

/** Who stands there: entered by card, scan or keys, then shown as facts; what the registers know, agent and earlier cases beneath. */
export const ApplicantPane = memo(function ApplicantPane(props: ApplicantPaneProps) {
  const { detail, definition, editable, writer, onApplicant, onAgent, onDuplicateReason, onWritten, onDone, children } = props;
  const [editing, setEditing] = useState(editable && (!detail.applicant || recallHalfTyped(detail.id, 'applicant') !== null));
  const [agent, setAgent] = useState(() => (editable ? recallHalfTyped(detail.id, 'agent') : null));
  // Who was standing in for the applicant of before stands in for nobody now; who came before any applicant stays.
  const [agentOf, setAgentOf] = useState(detail.applicant?.id);
  if (detail.applicant?.id !== agentOf) {
    setAgentOf(detail.applicant?.id);
    if (agentOf !== undefined) setAgent(null);
  }
  const [stranger, setStranger] = useState<string | null>(null);
  const [byHand, setByHand] = useState(false);
  const complete = useCallback(
    (input: ApplicantInput) => {
      rememberApplicant(detail.id, input);
      onApplicant(input);
    },
    [detail.id, onApplicant],
  );
  const own = useApplicantEntry(detail, definition.applicantKinds, complete);
  const open = editable && (editing || !detail.applicant);
  const profile = useApplicantProfile(detail, own.lookUp.found, editable && !(open && own.isAnother));
  const presence = usePresence(detail.id, writer, onWritten);

  const { onUnsettled } = props;
  const isAgentBegun = agent !== null && Object.entries(EMPTY_AGENT).some(([key, none]) => agent[key as keyof AgentEntry] !== none);
  const halfAgent = editable && isAgentBegun && agentGaps(agent, own.today).length > 0 ? agent : null;
  const unsettled = open && own.isUnsettled ? 'applicant' : halfAgent ? 'agent' : null;
  useEffect(() => onUnsettled(unsettled), [unsettled, onUnsettled]);
  useEffect(() => keepHalfTyped(detail.id, 'agent', halfAgent), [detail.id, halfAgent]);

  const startEditing = () => {
    setEditing(true);
    window.requestAnimationFrame(() => document.getElementById(applicantFieldId('identityNumber'))?.focus());
  };
  const startAgentWith = (identityNumber: string) => {
    setStranger(null);
    setAgent({ ...startAgent(detail), identityNumber, ...(identityNumber === '' ? {} : { name: '', known: null }) });
  };
  const compare = (number: string, how: 'card' | 'typed') =>
    void presence.confirm(number, how).then((who) => setStranger(who === 'stranger' ? number : null));
  const card = useCard({
    today: own.today,
    onType: () => {
      if (editable && !detail.applicant) startEditing();
    },
    onPerson: (scan, read) => {
      setStranger(null);
      if (!editable) return false;
      if (agent && scan.kind === 'identityNumber') {
        setAgent({ ...agent, identityNumber: scan.number, known: null, ...(read?.name ? { name: read.name } : {}) });
        return true;
      }
      // Somebody is entered already: the card tells who of the case has come.
      if (!open && detail.applicant) {
        if (scan.check.state === 'bad') card.say({ state: 'bad', reason: scan.check.reason });
        else if (scan.kind === 'creditCode') setStranger(scan.number === detail.applicant.identityMasked ? null : scan.number);
        else compare(scan.number, 'card');
        return true;
      }
      if (!own.scan(scan.number, read)) return false;
      startEditing();
      return true;
    },
  });
  useKeys(editable ? { F4: { label: '读卡', run: card.read } } : {}, { title: '申请人', scope: 'pane' });

  const kind = open ? own.entry.kind : (detail.applicant?.kind ?? own.entry.kind);
  return (
    <div className="fo-who">
      <Pane
        size="fit"
        title={
          <>
            申请人{' '}
            <Chip tone="neutral" shape="none" ground="outline">
              {kind === 'legal' ? '法人' : '自然人'}
            </Chip>
          </>
        }
        right={
          editable ? (
            <>
              {detail.applicant ? (
                <button
                  type="button"
                  className="ow-link"
                  onClick={() => {
                    if (!open) return startEditing();
                    own.reset();
                    setEditing(false);
                  }}
                >
                  {open ? '不改了' : '修改'}
                </button>
              ) : null}
              <button type="button" className="ow-link" onClick={card.read}>
                {card.isReading ? '正在读卡' : detail.applicant && (open || detail.presence !== null) ? '重新读卡' : '读卡'}
              </button>
              <Kbd keys="F4" />
            </>
          ) : null
        }
        inset
      >
        <div className="fo-card-words" role="status">
          {card.words ? <CheckLine check={card.words} /> : null}
          {presence.problem ? <CheckLine check={{ state: 'bad', reason: presence.problem.message }} /> : null}
          {stranger === null ? null : (
            <Stranger
              canReplace={mayReplaceApplicant(detail.status)}
              canAct={/^\d{17}/.test(stranger)}
              onAgent={() => startAgentWith(stranger)}
              onReplace={() => {
                setStranger(null);
                if (own.scan(stranger)) startEditing();
                else card.say({ state: 'bad', reason: '本事项不受理这类申请人' });
              }}
            />
          )}
        </div>
        {byHand && editable && !open && detail.applicant ? (
          <PresenceByHand today={own.today} onNumber={(number) => compare(number, 'typed')} onClose={() => setByHand(false)} />
        ) : null}
        {open || !detail.applicant ? (
          <ApplicantForm
            own={own}
            kinds={definition.applicantKinds}
            onDone={() => {
              setEditing(false);
              onDone();
            }}
          />
        ) : (
          <ApplicantFacts detail={detail} applicant={detail.applicant} profile={profile} definition={definition} />
        )}
        {detail.duplicate ? (
          <DuplicateNotice duplicate={detail.duplicate} editable={editable} onReason={onDuplicateReason} onDone={onDone} />
        ) : null}
        {detail.jurisdiction && detail.applicant ? (
          <PlaceNote
            caseId={detail.id}
            jurisdiction={detail.jurisdiction}
            editable={editable}
            writer={writer}
            onWritten={onWritten}
            onDone={onDone}
          />
        ) : null}
        {editable && agent ? (
          <AgentForm
            today={own.today}
            entry={agent}
            onEntry={setAgent}
            earlier={profile?.earlierAgents ?? []}
            onComplete={onAgent}
            onDone={() => {
              setAgent(null);
              onDone();
            }}
          />
        ) : null}
        {editable ? (
          <AgentSwitch
            hasAgent={detail.agent !== null}
            open={agent !== null}
            onOpen={() => startAgentWith('')}
            onClose={() => setAgent(null)}
            onRemove={() => onAgent(null)}
            byHand={detail.applicant && !open && detail.presence === null ? { open: byHand, onToggle: () => setByHand(!byHand) } : null}
          />
        ) : null}
      </Pane>
      {children}
      <EarlierCases profile={profile} itemId={detail.itemId} caseId={detail.id} />
    </div>
  );
});

interface AgentSwitchProps {
  hasAgent: boolean;
  open: boolean;
  onOpen: () => void;
  onClose: () => void;
  onRemove: () => void;
  /** 人证核对 without a reader; null where nobody is entered yet, or somebody was compared. */
  byHand: { open: boolean; onToggle: () => void } | null;
}

function AgentSwitch({ hasAgent, open, onOpen, onClose, onRemove, byHand }: AgentSwitchProps) {
  return (
    <div className="fo-agent-switch">
      <button type="button" id={AGENT_SWITCH_ID} className="ow-link ow-small" onClick={open ? onClose : onOpen}>
        {open ? '收起代理人' : hasAgent ? '改代理人' : '有代理人'}
      </button>
      {hasAgent && !open ? (
        <button type="button" className="ow-link ow-small" onClick={onRemove}>
          去掉代理人
        </button>
      ) : null}
      {byHand ? (
        <button type="button" className="ow-link ow-small" aria-expanded={byHand.open} onClick={byHand.onToggle}>
          人证核对
        </button>
      ) : null}
    </div>
  );
}
