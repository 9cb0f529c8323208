import { PLACE_ID } from '../any-hall/index.js';
import type { ApplicantEntry } from './applicant-entry.js';

/** The id of an applicant's field, where the list of what is missing jumps to. */
export const applicantFieldId = (field: keyof ApplicantEntry) => `fo-applicant-${field}`;
/** The id of an agent's field. */
export const agentFieldId = (field: string) => `fo-agent-${field}`;
export const DUPLICATE_REASON_ID = 'fo-duplicate-reason';
export const AGENT_SWITCH_ID = 'fo-agent-switch';

/** Where a hindrance of kind `applicant` is mended: the first of these that is on the screen. */
export function applicantTargets(key: string): string[] {
  if (key === 'place') return [PLACE_ID];
  if (key === 'duplicate') return [DUPLICATE_REASON_ID];
  if (key === 'agent') return [agentFieldId('name'), AGENT_SWITCH_ID];
  if (key === 'agentAuthority') return [agentFieldId('validUntil'), AGENT_SWITCH_ID];
  return [applicantFieldId('identityNumber'), applicantFieldId('name')];
}
