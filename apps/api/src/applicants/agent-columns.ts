import type { agentInput } from '@onewindow/contracts';
import type { IsoDate } from '@onewindow/domain';
import type { z } from 'zod';
import type { Sealer } from '../platform/index.js';
import { PersonFaulty } from './applicant-problems.js';
import { checkPersonNumber, SEALED_COLUMNS, sealNumber, sealPhone } from './person-numbers.js';

/** The columns of a case that hold its agent (代理人). */
export interface AgentColumns {
  agentName: string | null;
  agentIdentitySealed: string | null;
  agentIdentityIndex: string | null;
  agentIdentityMasked: string | null;
  agentPhoneSealed: string | null;
  agentPhoneMasked: string | null;
  agentAuthority: string | null;
}

export const NO_AGENT: AgentColumns = {
  agentName: null,
  agentIdentitySealed: null,
  agentIdentityIndex: null,
  agentIdentityMasked: null,
  agentPhoneSealed: null,
  agentPhoneMasked: null,
  agentAuthority: null,
};

/** An agent for the columns of the case, numbers sealed. @throws PersonFaulty when the number fails (R8.1) */
export function sealAgent(sealer: Sealer, agent: z.output<typeof agentInput>, today: IsoDate): AgentColumns {
  const checked = checkPersonNumber(agent.identityNumber, today);
  if (!checked.ok) throw new PersonFaulty([{ path: 'body.agent.identityNumber', message: checked.reason }]);
  const identity = sealNumber(sealer, agent.identityNumber, SEALED_COLUMNS.agentIdentity);
  const phone = agent.phone === undefined ? null : sealPhone(sealer, agent.phone, SEALED_COLUMNS.agentPhone);
  return {
    agentName: agent.name,
    agentIdentitySealed: identity.sealed,
    agentIdentityIndex: identity.index,
    agentIdentityMasked: identity.masked,
    agentPhoneSealed: phone?.sealed ?? null,
    agentPhoneMasked: phone?.masked ?? null,
    agentAuthority: agent.authority,
  };
}
