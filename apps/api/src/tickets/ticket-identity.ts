import type { endpoints, InputOf } from '@onewindow/contracts';
import type { IsoDate } from '@onewindow/domain';
import { checkNumber, sealNumber } from '../applicants/index.js';
import type { Sealer } from '../platform/index.js';
import type { Ticket } from './ticket.entity.js';
import { TicketIdentityFaulty } from './ticket-problems.js';

/** Purpose of the sealed column: a value moved elsewhere does not open. */
export const TICKET_IDENTITY = 'ticket.identity';

type Given = NonNullable<InputOf<typeof endpoints.takeTicket>['body']['identity']>;
type IdentityColumns = Pick<Ticket, 'identityType' | 'identitySealed' | 'identityIndex' | 'identityMasked'>;

const NOBODY: IdentityColumns = { identityType: null, identitySealed: null, identityIndex: null, identityMasked: null };

/** What was given at the kiosk, for its columns: sealed, indexed, masked (R10.2). @throws TicketIdentityFaulty when a check digit fails (R8.1) */
export function identityColumns(sealer: Sealer, given: Given | undefined, today: IsoDate): IdentityColumns {
  if (given === undefined) return NOBODY;
  const checked = checkNumber(given.identityType, given.identityNumber, today);
  if (!checked.ok) throw new TicketIdentityFaulty(checked.reason);
  const { sealed, index, masked } = sealNumber(sealer, checked.value, TICKET_IDENTITY, given.identityType);
  return { identityType: given.identityType, identitySealed: sealed, identityIndex: index, identityMasked: masked };
}
