import type { CaseDetail } from '@onewindow/contracts';
import { canPlanCaseAction, dateWords, isBeforeAcceptance, isDraft, shanghaiDateOf } from '@onewindow/domain';
import { ActionButton, Button, DecisionBar, formatCaseNo, useNow, useScreenSize, vault } from '@onewindow/ui';
import { useNavigate } from 'react-router';
import { useAwayReason } from '../../app/connection.js';
import { useNextCall } from '../tickets/index.js';
import { deferredWords } from '../deferral/index.js';
import { actionOf, mainStep, offeredOnSave } from './decision-actions.js';
import type { SideView } from './desk-side.js';
import { MainButton } from './main-button.js';
import { materialsToSupplement } from './supplement-text.js';
import type { CounterAction, CounterCommand } from './use-case-commands.js';
import type { Missing } from './what-is-missing.js';

export interface CounterBarProps {
  detail: CaseDetail;
  missing: readonly Missing[];
  /** Something typed is on its way; the server's word on the actions is about to change. */
  isSaving: boolean;
  /** The applicant was typed whole; until it is saved the server knows of none. */
  isApplicantTyped: boolean;
  busy: CounterAction | null;
  /** A panel with its own main action is open: Ctrl+Enter belongs to it. */
  panelOpen: boolean;
  onJump: (missing: Pick<Missing, 'kind' | 'key'>) => void;
  onAttempt: () => void;
  onSave: () => void;
  onSide: (side: SideView) => void;
  onCommand: (command: CounterCommand) => void;
}

/** What is missing at the left; the decisions in fixed places at the right, the next step of the case rightmost. */
export function CounterBar(props: CounterBarProps) {
  const { detail, missing, isSaving, isApplicantTyped, busy, panelOpen, onJump, onAttempt, onSave, onSide, onCommand } = props;
  const navigate = useNavigate();
  const isBefore = isBeforeAcceptance(detail.status);
  const shown = isBefore ? missing : [];
  const most = useScreenSize() === 'wide' ? 6 : 3;
  const main = mainStep(detail);
  const nextCall = useNextCall();
  const toSupplement = materialsToSupplement(detail.materials).length;
  const isApplicantSaving = isSaving && isApplicantTyped;
  const supplement = offeredOnSave(detail, 'supplement', isApplicantSaving);
  // R2.3: it was told once already; the panel asks a supervisor.
  const needsOverride = actionOf(detail, 'requestOverride')?.allowed === true && toSupplement > 0;
  const canAccept = shown.length === 0;
  const deny = actionOf(detail, 'decide');
  const isDenial = deny?.allowed === true;
  // R2.4: while the five days run the agency may answer; the server's word on why it can't any more stands in sight.
  const tooLate = detail.fuse === null || isDraft(detail.status) ? undefined : actionOf(detail, 'decline')?.reason;

  function act() {
    switch (main.step) {
      case 'accept':
      case 'takeIn':
        return onCommand({ action: main.step });
      case 'grant':
        return onCommand({ action: 'decide', decision: 'grant', reason: '' });
      case 'handOver':
        return void navigate(`/issue?case=${detail.id}`);
      case 'next':
        return nextCall ? nextCall.run() : void navigate('/counter');
    }
  }
  // What was typed a moment ago may be all that the server still misses: the command saves first and the server decides.
  const action = main.action && !main.action.allowed && isSaving && canAccept ? { ...main.action, allowed: true } : main.action;
  const away = useAwayReason();
  const hindrance = away ?? (main.step === 'accept' && !canAccept ? `差 ${shown.length} 项` : undefined);

  return (
    <DecisionBar
      missing={shown.slice(0, most).map((m) => ({
        key: `${m.kind}:${m.key}`,
        label: m.label,
        kind: m.isWrong ? ('wrong' as const) : ('absent' as const),
        onJump: () => {
          if (m.kind === 'field') onAttempt();
          onJump(m);
        },
      }))}
      summary={shown.length === 0 ? '' : main.step === 'takeIn' ? `还差 ${shown.length} 项补正` : `差 ${shown.length} 项，不能受理`}
      ready={readyWords(detail)}
      note={
        <BarNote
          detail={detail}
          more={shown.length - most}
          reason={
            away
              ? `${vault.isLasting ? '已存本机；' : ''}${away}`
              : canAccept && action && !action.allowed
                ? action.reason
                : (tooLate ?? nextCall?.refusal ?? undefined)
          }
        />
      }
    >
      {isDenial ? (
        <ActionButton
          action={deny}
          label="不予许可"
          kind="danger"
          keys="F9"
          reasonAt="elsewhere"
          hindrance={away}
          onAct={() => onSide('deny')}
        />
      ) : (
        <ActionButton
          action={offeredOnSave(detail, 'decline', isApplicantSaving)}
          label="不予受理"
          kind="danger"
          keys="F9"
          reasonAt="elsewhere"
          hindrance={away}
          onAct={() => onSide('decline')}
        />
      )}
      <Button label="暂存" keys="Ctrl+S" disabled={!isBefore} onClick={onSave} />
      {needsOverride ? (
        <Button label="申请再次告知" keys="F8" printOnly={panelOpen} onClick={() => onSide('supplement')} />
      ) : (
        <ActionButton
          action={supplement}
          label={toSupplement > 0 ? `一次告知补正 ${toSupplement} 份` : '一次告知补正'}
          kind={supplement?.allowed && toSupplement > 0 && !canAccept && !panelOpen ? 'primary' : 'normal'}
          keys="F8"
          reasonAt="elsewhere"
          hindrance={away ?? (supplement?.allowed && toSupplement === 0 ? '没有要补的材料' : undefined)}
          onAct={() => onSide('supplement')}
        />
      )}
      <MainButton
        main={main}
        action={action}
        label={main.step === 'next' && nextCall ? nextCall.label : main.label}
        hindrance={hindrance}
        busy={busy !== null}
        printOnly={panelOpen}
        onAct={act}
      />
    </DecisionBar>
  );
}

/** What stands at the left when nothing is missing. */
function readyWords(detail: CaseDetail): string {
  const no = detail.caseNo ? ` ${formatCaseNo(detail.caseNo)}` : '';
  const words: Record<CaseDetail['status'], string> = {
    draft: '可以受理',
    received: '可以受理',
    supplementing: '补正材料齐了，可以接收',
    accepted: `已受理${no}`,
    decided: `已决定${no}`,
    ready: `结果已出${no}`,
    concluded: `已办结${no}`,
    declined: `不予受理${no}`,
    withdrawn: `已撤件${no}`,
    terminated: `已终止${no}`,
  };
  return words[detail.status];
}

function BarNote({ detail, more, reason }: { detail: CaseDetail; more: number; reason: string | undefined }) {
  const today = shanghaiDateOf(useNow());
  if (reason) return <>{reason}</>;
  if (more > 0) return <>{`还有 ${more} 项`}</>;
  const follows = deferredWords(detail.materials);
  if (!canPlanCaseAction(detail.status, 'decide')) return follows === '' ? null : <>{follows}</>;
  const { promised, statutory } = detail.clocks;
  const words = [
    promised ? `承诺 ${dateWords(promised.due, today)}` : '',
    statutory ? `法定 ${dateWords(statutory.due, today)}` : '',
  ].filter(Boolean);
  if (words.length === 0) return null;
  return <>{[follows, `${words.join('、')} 办结`].filter(Boolean).join('；')}</>;
}
