/** @jest-environment jsdom */
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Endpoints, ResponseOf, TicketView } from '@onewindow/contracts';
import { lateAnswer } from '../../../test/render-hook.js';
import { api } from '../../app/api.js';
import { awaitStanding, setStanding, type Standing, whoStands } from '../identify/index.js';
import { bringCalled, sendCalledAway } from './ticket-applicant.js';

type Brought = ResponseOf<Endpoints['bringTicketApplicant']>;
const ticketOf = (id: string) => ({ id, identityMasked: '110***********' }) as TicketView;
const cardOf = (identityNumber: string) => ({ applicant: { identityType: 'idCard', identityNumber, name: null } }) as Brought;

describe('who was called, as their card told at the kiosk', () => {
  let ofA: ReturnType<typeof lateAnswer<Brought>>;
  let ofB: ReturnType<typeof lateAnswer<Brought>>;

  beforeEach(() => {
    setStanding(null);
    ofA = lateAnswer();
    ofB = lateAnswer();
    jest.spyOn(api, 'bringTicketApplicant').mockReturnValueOnce(ofA.promise).mockReturnValueOnce(ofB.promise);
    jest.spyOn(api, 'identifyApplicant').mockResolvedValue({ applicant: null } as never);
  });
  afterEach(() => {
    jest.restoreAllMocks();
  });

  it('stands there; who was called before and did not come never takes their place', async () => {
    void bringCalled(ticketOf('a'));
    void bringCalled(ticketOf('b'));
    await ofB.give(cardOf('B'));
    await ofA.give(cardOf('A'));
    expect(whoStands()?.identityNumber).toBe('B');
  });

  it('does not come late when their number was passed over, or is gone again when they had come by it', async () => {
    void bringCalled(ticketOf('a'));
    sendCalledAway();
    await ofA.give(cardOf('A'));
    expect(whoStands()).toBeNull();
    void bringCalled(ticketOf('b'));
    await ofB.give(cardOf('B'));
    sendCalledAway();
    expect(whoStands()).toBeNull();
  });

  it('does not replace whose card was read at the counter meanwhile, who also stays when the number is passed over', async () => {
    void bringCalled(ticketOf('a'));
    const isLatest = awaitStanding();
    await ofA.give(cardOf('A'));
    expect(isLatest()).toBe(true);
    const read: Standing = { identityType: 'idCard', identityNumber: 'C', found: { applicant: null } as never };
    setStanding(read);
    sendCalledAway();
    expect(whoStands()).toBe(read);
  });
});
