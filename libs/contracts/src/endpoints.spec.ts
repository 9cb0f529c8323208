import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { type Endpoint, endpoints, mayCall, parametersOf } from './index.js';

const table = Object.entries(endpoints).map(([name, endpoint]) => [name, endpoint as unknown as Endpoint] as const);

/** Path parameters that a schema declares. */
function declared(schema: z.ZodType | undefined): string[] {
  return schema instanceof z.ZodObject ? Object.keys(schema.shape).sort() : [];
}

describe('the endpoint table', () => {
  it('gives every operation an address of its own', () => {
    const addresses = table.map(([, { method, path }]) => `${method} ${path.replace(/:[A-Za-z]+/g, ':x')}`);
    expect(addresses.filter((address, at) => addresses.indexOf(address) !== at)).toEqual([]);
  });

  it.each(table)('%s declares exactly the parameters of its path', (_, { path, params }) => {
    const named = parametersOf(path).sort();
    expect(declared(params)).toEqual(named);
  });

  it.each(table)('%s says in Chinese what it is for', (_, { summary }) => {
    expect(summary).toMatch(/\p{Script=Han}/u);
  });

  it('asks for an idempotency key wherever a signed-in person changes something', () => {
    const without = table.filter(([, e]) => e.method !== 'GET' && e.access !== 'public' && !e.idempotent).map(([name]) => name);
    // Look-ups and previews change nothing; of a session, a lock or a reading mark, twice is as good as once.
    expect(without.sort()).toEqual(
      [
        'bringTicketApplicant',
        'findCasesByPerson',
        'findReady',
        // A repeated part is the same part.
        'lookUpReusable',
        'markSeen',
        'previewDecision',
        'previewDeskBatch',
        'previewCalendarDays',
        'previewCalendarNotice',
        'previewEvenOut',
        'previewGuide',
        'previewHandoff',
        'previewNotice',
        'previewReassign',
        'readNotifications',
        'revealNumber',
        'sendUploadPart',
        'signOut',
        'situationOf',
        'unlock',
      ].sort(),
    );
  });

  it('opens to the roles that it names, or to anybody', () => {
    expect(mayCall(endpoints.resetPassword, ['security_admin', 'clerk'])).toBe(true);
    expect(mayCall(endpoints.resetPassword, ['system_admin'])).toBe(false);
    expect(mayCall(endpoints.myNotifications, [])).toBe(true);
  });

  it('refuses unknown fields in every body', () => {
    const loose = table
      .filter(([, e]) => e.body !== undefined && e.bodyKind === 'json' && e.body.safeParse({ surely: 'unknown' }).success)
      .map(([name]) => name);
    expect(loose).toEqual([]);
  });

  it('carries a body on nothing but mutating requests', () => {
    expect(table.filter(([, e]) => e.method === 'GET' && e.bodyKind !== 'none').map(([name]) => name)).toEqual([]);
  });
});
