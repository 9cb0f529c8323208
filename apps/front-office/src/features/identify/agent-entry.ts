import type { AgentRelation, CaseDetail, EarlierAgent, Endpoints, RequestOf } from '@onewindow/contracts';
import { checkNumber, checkPhone } from './applicant-entry.js';
import { readAuthorityEnd } from './agent-words.js';

export type AgentInput = NonNullable<RequestOf<Endpoints['saveDraft']>['body']['agent']>;

/** What the clerk has typed of the agent. */
export interface AgentEntry {
  name: string;
  identityNumber: string;
  relation: AgentRelation | null;
  authority: string;
  scope: string;
  validUntil: string;
  phone: string;
  /** Whose numbers are known already: masked, and the case they come from. */
  known: { caseId: string; name: string; identityMasked: string; phoneMasked: string | null } | null;
}

export const EMPTY_AGENT: AgentEntry = {
  ...{ name: '', identityNumber: '', relation: null, authority: '', scope: '', validUntil: '', phone: '', known: null },
};

/** Somebody who acted before, or the agent of this case who is being corrected: the numbers stay where they are kept. */
export function agentEntryOf(
  agent: Pick<EarlierAgent, 'name' | 'identityMasked' | 'phoneMasked' | 'relation' | 'authority' | 'scope' | 'validUntil'>,
  caseId: string,
): AgentEntry {
  const { name, identityMasked, phoneMasked, relation, authority, scope, validUntil } = agent;
  return {
    ...{ name, identityNumber: '', relation, authority, scope: scope ?? '', validUntil: validUntil ?? '', phone: '' },
    known: { caseId, name, identityMasked, phoneMasked },
  };
}

/** The agent of a case as it is corrected. */
export function startAgent(detail: CaseDetail): AgentEntry {
  return detail.agent ? agentEntryOf(detail.agent, detail.id) : EMPTY_AGENT;
}

export type AgentField = Exclude<keyof AgentEntry, 'known'>;

/** What still lacks, in the order of the fields. Who acts without authority is no agent. */
export function agentGaps(entry: AgentEntry, today: string): AgentField[] {
  const gaps: AgentField[] = [];
  if (entry.name.trim() === '') gaps.push('name');
  // Another name is another person: the number that is known is not theirs.
  const isKnown = entry.known !== null && entry.known.name === entry.name.trim() && entry.identityNumber.trim() === '';
  if (!isKnown && checkNumber('idCard', entry.identityNumber, today).state !== 'ok') gaps.push('identityNumber');
  if (entry.relation === null) gaps.push('relation');
  if (entry.authority.trim() === '') gaps.push('authority');
  if (readAuthorityEnd(entry.validUntil, today).state === 'bad') gaps.push('validUntil');
  if (checkPhone(entry.phone).state === 'bad') gaps.push('phone');
  return gaps;
}

/** The complete entry as the contract wants it. */
export function toAgentInput(entry: AgentEntry, today: string): AgentInput {
  const { known, relation } = entry;
  const number = entry.identityNumber.replace(/\s/g, '').toUpperCase();
  const end = readAuthorityEnd(entry.validUntil, today).date;
  return {
    name: entry.name.trim(),
    authority: entry.authority.trim(),
    ...(number === '' ? {} : { identityNumber: number }),
    ...(known !== null && number === '' ? { fromCaseId: known.caseId } : {}),
    ...(relation === null ? {} : { relation }),
    ...(entry.scope.trim() === '' ? {} : { scope: entry.scope.trim() }),
    ...(end === null ? {} : { validUntil: end }),
    ...(entry.phone.trim() === '' ? {} : { phone: entry.phone.trim() }),
  };
}
