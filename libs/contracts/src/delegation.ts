import { z } from 'zod';
import { endpoint, reviewer } from './endpoint.js';
import { actionState, id, idParams, isoDate, isoInstant, optionalText, staffRef, text } from './primitives.js';

/** 代理授权: an absence, and who works that desk meanwhile. */
export const delegationView = z.object({
  id,
  principal: staffRef,
  delegate: staffRef,
  startsOn: isoDate,
  endsOn: isoDate,
  reason: z.string(),
  /** The document that authorises a delegate who is no chief to decide. */
  authority: z.string().nullable(),
  state: z.enum(['coming', 'running', 'over']),
  madeBy: staffRef,
  madeAt: isoInstant,
  /** When it was ended before its last day. */
  endedAt: isoInstant.nullable(),
  /** Open tasks that the principal holds. */
  openTasks: z.number().int(),
  actions: z.array(actionState),
});
export type DelegationView = z.output<typeof delegationView>;

export const delegationEndpoints = {
  /** Given and received are the actor's own; the rest is the department's, for its chief. The latest first. */
  listDelegations: endpoint({
    method: 'GET',
    path: '/delegations',
    summary: '代理授权：我给出的、我接受的，首席代表另见本部门的',
    access: reviewer,
    response: z.object({
      given: z.array(delegationView),
      received: z.array(delegationView),
      department: z.array(delegationView),
      /** For whom the actor may arrange one, the actor first. */
      principals: z.array(staffRef),
      today: isoDate,
    }),
  }),
  delegates: endpoint({
    method: 'GET',
    path: '/delegation-candidates',
    summary: '这几天里谁可以代办，不能的说明原因',
    access: reviewer,
    query: z.strictObject({ principalId: id, startsOn: isoDate, endsOn: isoDate }),
    response: z.object({
      items: z.array(
        staffRef.extend({
          load: z.number().int(),
          problem: z.string().nullable(),
          /** Only with a document that authorises them to decide. */
          needsAuthority: z.boolean(),
        }),
      ),
      /** What speaks against these days whoever stands in. */
      problem: z.string().nullable(),
    }),
  }),
  createDelegation: endpoint({
    method: 'POST',
    path: '/delegations',
    summary: '授权同事在几天里代办',
    access: reviewer,
    body: z.strictObject({
      principalId: id,
      delegateId: id,
      startsOn: isoDate,
      endsOn: isoDate,
      reason: text(300),
      authority: optionalText(100),
    }),
    response: delegationView,
    status: 201,
  }),
  endDelegation: endpoint({
    method: 'POST',
    path: '/delegations/:id/end',
    summary: '提前结束代理',
    access: reviewer,
    params: idParams,
    response: delegationView,
  }),
};
