import { useCommand } from '@onewindow/api-client';
import type { ApplicantInput, CaseDetail, ItemSummary } from '@onewindow/contracts';
import { visibleFields } from '@onewindow/domain';
import { vault } from '@onewindow/ui';
import { useNavigate } from 'react-router';
import { api } from '../../app/api.js';
import { OPEN_DRAFT, shelfOf, UNSENT } from '../../app/kept.js';
import { queryClient } from '../../app/query-client.js';
import { caseKey, itemVersionQuery } from './counter.queries.js';
import { originsOf, prefill } from '../form/index.js';
import {
  applicantOf,
  recallApplicant,
  recallHalfTyped,
  rememberApplicant,
  rememberIdentified,
  setStanding,
  useStanding,
} from '../identify/index.js';
import { defaultAnswers } from './situation-hints.js';
import { isUntouched } from './untouched.js';
import { putCase } from './use-counter-case.js';

/** Known by number alone, as somebody who comes for the first time with a card read at the kiosk. */
const nameless = ({ identityType, identityNumber }: Pick<ApplicantInput, 'identityType' | 'identityNumber'>): ApplicantInput => ({
  kind: identityType === 'creditCode' ? 'legal' : 'natural',
  name: '',
  identityType,
  identityNumber,
});

/** Something of the draft is on this machine alone: half typed, or not sent. */
const isOnThisMachine = (caseId: string): boolean =>
  vault.get(UNSENT + caseId) !== undefined || recallHalfTyped(caseId, 'applicant') !== null || recallHalfTyped(caseId, 'agent') !== null;

/**
 * Opens a draft for an item and brings along who stands at the counter.
 * @param fromCaseId the case that was on the counter before, if any
 */
export function useOpenItem(fromCaseId: string | null) {
  const navigate = useNavigate();
  const standing = useStanding();
  return useCommand(
    async (item: ItemSummary & { versionId: string }, keyedBy) => {
      const version = await queryClient.fetchQuery(itemVersionQuery(item.versionId));
      const { applicantKinds, questions, form } = version.definition;
      const here = standing ? applicantOf(standing) : fromCaseId === null ? null : recallApplicant(fromCaseId);
      const before = here ?? (standing ? nameless(standing) : null);
      const known: ApplicantInput | null = before && applicantKinds.includes(before.kind) ? before : null;
      // The number waits in the form for the name.
      const applicant = known?.name ? known : null;
      const answers = defaultAnswers(questions);
      const origins = originsOf(form, { typed: applicant, seen: null }, answers);
      const filled = prefill(origins, {}, {}, (values) => visibleFields(form, values, answers));
      const body = { itemVersionId: item.versionId, answers, ...(applicant ? { applicant } : {}), ...(filled ?? {}) };
      const detail = await api.openDraft({ body }, await keyedBy.kept(body));
      if (known) rememberApplicant(detail.id, known);
      if (applicant && standing) rememberIdentified(detail.id, standing.found);
      setStanding(null);
      return detail;
    },
    {
      shelf: shelfOf(OPEN_DRAFT),
      onDone: (detail) => {
        putCase(detail);
        void discardUntouched(fromCaseId);
        void queryClient.invalidateQueries({ queryKey: ['drafts'] });
        void navigate(`/counter/${detail.id}`, { replace: true });
      },
    },
  );
}

async function discardUntouched(caseId: string | null): Promise<void> {
  const detail = caseId === null ? undefined : queryClient.getQueryData<CaseDetail>(caseKey(caseId));
  // Opened a moment ago, so its version is known; otherwise nobody can tell what was there from the beginning.
  const version = detail && queryClient.getQueryData(itemVersionQuery(detail.itemVersionId).queryKey);
  if (!detail || !version || !isUntouched(detail, version.definition, isOnThisMachine(detail.id))) return;
  try {
    await api.discardDraft({ params: { id: detail.id } });
    queryClient.removeQueries({ queryKey: caseKey(detail.id) });
    await queryClient.invalidateQueries({ queryKey: ['drafts'] });
  } catch {
    // It stays in the list of drafts, where it can be thrown away by hand.
  }
}
