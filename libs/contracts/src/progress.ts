import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { isoDate, isoInstant } from './primitives.js';

/** R10.3: what the QR code of a receipt opens. No personal data. */
export const progressEndpoints = {
  getProgress: endpoint({
    method: 'GET',
    path: '/progress/:token',
    summary: '扫码查进度，无须登录，不含个人信息',
    access: 'public',
    params: z.strictObject({ token: z.string().regex(/^[A-Za-z0-9_-]{20,64}$/) }),
    response: z.object({
      /** 临江区: whose system it is. */
      regionName: z.string(),
      caseNo: z.string(),
      itemName: z.string(),
      status: z.string(),
      statusWords: z.string(),
      promisedDue: isoDate.nullable(),
      promisedRemaining: z.number().int().nullable(),
      statutoryDue: isoDate.nullable(),
      steps: z.array(
        z.object({
          name: z.string(),
          /** `refused`: the end is a no; `ended`: it came to an end without an answer. */
          state: z.enum(['done', 'current', 'future', 'refused', 'ended']),
          words: z.string().nullable(),
          at: isoInstant.nullable(),
          day: isoDate.nullable(),
        }),
      ),
      /** What the applicant has to bring (R2.3, R4.3), in the item's own words; null when nothing. */
      ask: z.object({ title: z.string(), lines: z.array(z.string()), note: z.string(), how: z.string() }).nullable(),
      /** 一件事: how each child stands; absent elsewhere. */
      children: z
        .array(z.object({ name: z.string(), department: z.string(), state: z.string(), words: z.string(), due: isoDate.nullable() }))
        .optional(),
      /** What is out of the ordinary, in words. */
      notes: z.array(z.string()),
      /** 现在等候: where one may go with it, and how long that takes now; empty once there is nothing to go for. */
      waiting: z.array(
        z.object({
          hall: z.string(),
          people: z.number().int(),
          /** Null while none of its counters is open. */
          minutes: z.number().int().nullable(),
        }),
      ),
      /** Whom to ask: the receiving hall. */
      contact: z.object({ name: z.string(), phone: z.string() }).nullable(),
      updatedAt: isoInstant,
    }),
  }),
};
