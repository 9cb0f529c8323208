import { LAST_OUTAGE_SERIAL } from '@onewindow/domain';
import { z } from 'zod';
import { caseDetail } from './case-views.js';
import { endpoint } from './endpoint.js';
import { hallRef, id, isoDate, isoInstant, text } from './primitives.js';

const serial = z.number().int().min(1).max(LAST_OUTAGE_SERIAL);

/** R10.5: numbered paper that a hall holds for outages. */
export const outageRangeView = z.object({
  id,
  hall: hallRef,
  prefix: z.string(),
  first: serial,
  last: serial,
  /** LJT-000001 */
  firstNo: z.string(),
  lastNo: z.string(),
  handedOutOn: isoDate,
  /** Cases entered on its numbers. */
  used: z.number().int(),
  /** The reader may look at them: the count opens to the cases (R10.4). */
  opens: z.boolean(),
});
export type OutageRangeView = z.output<typeof outageRangeView>;

export const outageEndpoints = {
  listOutageRanges: endpoint({
    method: 'GET',
    path: '/outage-ranges',
    summary: '停机用纸质单的号段；窗口人员看本大厅的',
    access: ['clerk', 'supervisor', 'system_admin'],
    response: z.object({ items: z.array(outageRangeView), halls: z.array(hallRef) }),
  }),
  registerOutageRange: endpoint({
    method: 'POST',
    path: '/outage-ranges',
    summary: '登记发给一个大厅的纸质单号段',
    access: ['supervisor', 'system_admin'],
    body: z
      .strictObject({
        hallId: id,
        prefix: z
          .string()
          .trim()
          .regex(/^[A-Z]{1,8}$/, '字头是 1 至 8 个大写字母'),
        first: serial,
        last: serial,
        handedOutOn: isoDate,
      })
      .refine((body) => body.first <= body.last, { path: ['last'], message: '止号不能小于起号' }),
    response: outageRangeView,
    status: 201,
  }),
  /** R10.5: a draft under the paper's number and the true time of receipt; from there on it goes the counter's way. */
  openOutageDraft: endpoint({
    method: 'POST',
    path: '/outage-cases',
    summary: '停机补录：按纸质单号和真实收件时间开一份草稿',
    access: ['clerk'],
    body: z.strictObject({ itemVersionId: id, outageNo: text(20), receivedAt: isoInstant }),
    response: caseDetail,
    status: 201,
  }),
};
