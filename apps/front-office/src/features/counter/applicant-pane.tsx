import type { ApplicantInput, CaseDetail, ItemDefinition } from '@onewindow/contracts';
import { Chip, Kbd, Pane, useKeys, useScanner } from '@onewindow/ui';
import { memo, useCallback, useState, type ReactNode } from 'react';
import { AgentForm } from './agent-form.js';
import { ApplicantFacts } from './applicant-facts.js';
import { applicantFieldId, ApplicantForm } from './applicant-form.js';
import type { AgentInput } from './draft-edits.js';
import { EarlierCases } from './earlier-cases.js';
import { rememberApplicant } from './present-person.js';
import { useApplicantEntry } from './use-applicant-entry.js';

export interface ApplicantPaneProps {
  detail: CaseDetail;
  definition: ItemDefinition;
  /** A draft's applicant can be entered; a received case's is on record. */
  editable: boolean;
  onApplicant: (input: ApplicantInput) => void;
  onAgent: (agent: AgentInput | null) => void;
  /** Enter at the end: go to what is next. */
  onDone: () => void;
  /** The situation, between the applicant and the earlier cases. */
  children: ReactNode;
}

/** Who stands there: entered by scan or keys, then shown as facts; agent, and earlier cases beneath. */
export const ApplicantPane = memo(function ApplicantPane(props: ApplicantPaneProps) {
  const { detail, definition, editable, onApplicant, onAgent, onDone, children } = props;
  const [editing, setEditing] = useState(editable && !detail.applicant);
  const [withAgent, setWithAgent] = useState(false);
  const complete = useCallback(
    (input: ApplicantInput) => {
      rememberApplicant(detail.id, input);
      onApplicant(input);
    },
    [detail.id, onApplicant],
  );
  const own = useApplicantEntry(detail, definition.applicantKinds, complete);
  const open = editable && (editing || !detail.applicant);

  const startEditing = () => {
    setEditing(true);
    window.requestAnimationFrame(() => document.getElementById(applicantFieldId('identityNumber'))?.focus());
  };
  useKeys(editable ? { F4: { label: '证件号', run: startEditing } } : {}, { title: '申请人', scope: 'pane' });
  useScanner((text) => {
    if (!editable || !own.scan(text)) return false;
    startEditing();
  });

  const finish = () => {
    setEditing(false);
    onDone();
  };
  const kind = detail.applicant?.kind ?? own.entry.kind;
  return (
    <>
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
              <button type="button" className="ow-link" onClick={startEditing}>
                {open ? '证件号' : '修改'}
              </button>
              <Kbd keys="F4" />
            </>
          ) : null
        }
        inset
      >
        {open || !detail.applicant ? (
          <ApplicantForm own={own} kinds={definition.applicantKinds} onDone={finish} />
        ) : (
          <ApplicantFacts detail={detail} applicant={detail.applicant} />
        )}
        {editable && withAgent ? (
          <AgentForm
            today={own.today}
            onComplete={onAgent}
            onDone={() => {
              setWithAgent(false);
              onDone();
            }}
          />
        ) : null}
        {editable ? (
          <AgentSwitch
            hasAgent={detail.agent !== null}
            open={withAgent}
            onToggle={() => {
              if (detail.agent && !withAgent) onAgent(null);
              else setWithAgent(!withAgent);
            }}
          />
        ) : null}
      </Pane>
      {children}
      <EarlierCases found={own.lookUp.found} itemId={detail.itemId} caseId={detail.id} />
    </>
  );
});

function AgentSwitch({ hasAgent, open, onToggle }: { hasAgent: boolean; open: boolean; onToggle: () => void }) {
  const label = open ? '收起代理人' : hasAgent ? '去掉代理人' : '有代理人';
  return (
    <button type="button" className="ow-link ow-small fo-agent-switch" onClick={onToggle}>
      {label}
    </button>
  );
}
