import type { agentInput } from '@onewindow/contracts';
import { assertNoPersonalData, type IsoDate } from '@onewindow/domain';
import type { z } from 'zod';
import { type Sealer, sql } from '../platform/index.js';
import { PersonFaulty } from './applicant-problems.js';
import { checkPersonNumber, SEALED_COLUMNS, sealNumber, sealPhone } from './person-numbers.js';

type AgentInput = z.output<typeof agentInput>;

/** The columns of a case that hold its agent (代理人). */
export interface AgentColumns extends AgentNumbers {
  agentName: string | null;
  agentAuthority: string | null;
  agentRelation: NonNullable<AgentInput['relation']> | null;
  agentScope: string | null;
  agentValidUntil: IsoDate | null;
}

/** The numbers among them: sealed for the columns of a case, so that they may be copied from one case to another. */
export interface AgentNumbers {
  agentIdentitySealed: string | null;
  agentIdentityIndex: string | null;
  agentIdentityMasked: string | null;
  agentPhoneSealed: string | null;
  agentPhoneMasked: string | null;
}

export const NO_AGENT: AgentColumns = {
  agentName: null,
  agentIdentitySealed: null,
  agentIdentityIndex: null,
  agentIdentityMasked: null,
  agentPhoneSealed: null,
  agentPhoneMasked: null,
  agentAuthority: null,
  agentRelation: null,
  agentScope: null,
  agentValidUntil: null,
};

/** Numbers of who acted for an applicant in an earlier case; the caller sees to it that it is the same applicant's. */
export const AGENT_OF_CASE = sql<AgentNumbers & { agentName: string }>(
  `SELECT agent_name AS "agentName", agent_identity_sealed AS "agentIdentitySealed", agent_identity_index AS "agentIdentityIndex",
          agent_identity_masked AS "agentIdentityMasked", agent_phone_sealed AS "agentPhoneSealed", agent_phone_masked AS "agentPhoneMasked"
     FROM cases WHERE id = $1 AND applicant_id = $2 AND agent_identity_index IS NOT NULL`,
);

/**
 * An agent for the columns of the case, numbers sealed.
 * @param earlier numbers that are not typed anew; null when every number must be typed
 * @throws NumberInWords when the words of the authority hold somebody's number (R10.2)
 * @throws PersonFaulty when the number fails (R8.1), is missing, or belongs to somebody of another name
 */
export function sealAgent(
  sealer: Sealer,
  agent: AgentInput,
  today: IsoDate,
  earlier: (AgentNumbers & { agentName: string }) | null = null,
): AgentColumns {
  // Both stand in the open for whoever reads the case.
  assertNoPersonalData(agent.authority, 'agent.authority');
  assertNoPersonalData(agent.scope, 'agent.scope');
  const phone = agent.phone === undefined ? null : sealPhone(sealer, agent.phone, SEALED_COLUMNS.agentPhone);
  return {
    ...identityOf(sealer, agent, today, earlier),
    agentName: agent.name,
    agentPhoneSealed: phone?.sealed ?? earlier?.agentPhoneSealed ?? null,
    agentPhoneMasked: phone?.masked ?? earlier?.agentPhoneMasked ?? null,
    agentAuthority: agent.authority,
    agentRelation: agent.relation ?? null,
    agentScope: agent.scope || null,
    agentValidUntil: agent.validUntil ?? null,
  };
}

function identityOf(sealer: Sealer, agent: AgentInput, today: IsoDate, earlier: (AgentNumbers & { agentName: string }) | null) {
  if (agent.identityNumber === undefined) {
    if (earlier === null) throw faulty('以往办件里没有这位代理人。写明代理人的证件号');
    // The number decides who it is: another name under it would be another person.
    if (earlier.agentName !== agent.name) throw faulty(`这个证件号登记的是${earlier.agentName}，不是${agent.name}。换了人要写明证件号`);
    const { agentIdentitySealed, agentIdentityIndex, agentIdentityMasked } = earlier;
    return { agentIdentitySealed, agentIdentityIndex, agentIdentityMasked };
  }
  const checked = checkPersonNumber(agent.identityNumber, today);
  if (!checked.ok) throw faulty(checked.reason);
  const { sealed, index, masked } = sealNumber(sealer, agent.identityNumber, SEALED_COLUMNS.agentIdentity);
  return { agentIdentitySealed: sealed, agentIdentityIndex: index, agentIdentityMasked: masked };
}

function faulty(message: string): PersonFaulty {
  return new PersonFaulty([{ path: 'body.agent.identityNumber', message }]);
}
