import type { ActionState, CaseDetail } from '@onewindow/contracts';
import { type CaseAction, canPlanCaseAction, isDraft } from '@onewindow/domain';

/** What Ctrl+Enter does now: one place on the bar, always the next step of the case. */
export type MainStep =
  | { step: 'accept'; label: string; action: ActionState | undefined }
  | { step: 'takeIn'; label: string; action: ActionState | undefined }
  | { step: 'grant'; label: string; action: ActionState | undefined }
  | { step: 'handOver'; label: string; action: ActionState | undefined }
  | { step: 'next'; label: string; action: null };

/** The action of that name as the server offers it. */
export function actionOf(detail: Pick<CaseDetail, 'actions'>, name: string): ActionState | undefined {
  return detail.actions.find((a) => a.action === name);
}

/**
 * An action that opens its own words first (不予受理, 一次告知补正), while the applicant who was just typed is on the way to the server: all that
 * it still misses is being saved, so a key pressed right after the last field must not fall silent. The command saves first and the server decides.
 * @param isApplicantSaving a whole applicant was typed and has not been answered yet
 */
export function offeredOnSave(
  detail: Pick<CaseDetail, 'actions' | 'applicant' | 'status'>,
  name: string,
  isApplicantSaving: boolean,
): ActionState | undefined {
  const action = actionOf(detail, name);
  const isOnlySaving = isApplicantSaving && isDraft(detail.status) && detail.applicant === null;
  return action && isOnlySaving ? { action: action.action, allowed: true } : action;
}

/** The next step of a case at the counter, by what the server allows and R11's table. An accepted promised item leaves the counter. */
export function mainStep(detail: Pick<CaseDetail, 'actions' | 'status' | 'kind'>): MainStep {
  const allowed = (name: string) => actionOf(detail, name)?.allowed === true;
  const isNext = (action: CaseAction) => canPlanCaseAction(detail.status, action);
  // The result of an instant item is made while the applicant waits: the step stays in sight, with what it waits for.
  if (allowed('handOver') || (detail.kind === 'instant' && isNext('issue')))
    return { step: 'handOver', label: '去出件', action: actionOf(detail, 'handOver') };
  if (allowed('decide')) return { step: 'grant', label: '当场办结', action: actionOf(detail, 'decide') };
  if (isNext('takeIn')) return { step: 'takeIn', label: '接收补正材料', action: actionOf(detail, 'takeIn') };
  if (isNext('accept')) return { step: 'accept', label: '受理', action: actionOf(detail, 'accept') };
  return { step: 'next', label: '办下一件', action: null };
}
