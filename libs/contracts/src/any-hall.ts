import { PAPER_MOVES } from '@onewindow/domain';
import { z } from 'zod';
import { caseDetail } from './case-views.js';
import { endpoint } from './endpoint.js';
import { paperPlace } from './paper-place.js';
import { expectedVersion, id, idParams, text } from './primitives.js';

export const anyHallEndpoints = {
  /** CrossHall: the counter says where the applicant belongs; null takes the address's word again. */
  choosePlace: endpoint({
    method: 'PUT',
    path: '/cases/:id/place',
    summary: '通办：选申请人所在区划，写明依据；空为按地址',
    access: ['clerk'],
    params: idParams,
    body: z
      .strictObject({ expectedVersion, regionCode: z.string().max(12).nullable(), reason: text(200).optional() })
      .refine((b) => b.regionCode === null || !!b.reason, { path: ['reason'], message: '选定区划要写明依据' }),
    response: caseDetail,
  }),
  movePaper: endpoint({
    method: 'POST',
    path: '/cases/:id/paper',
    summary: '通取：纸质结果调到本大厅、送出、收到',
    access: ['clerk'],
    params: idParams,
    body: z.strictObject({ move: z.enum(PAPER_MOVES) }),
    response: z.object({ caseId: id, paper: paperPlace }),
  }),
};
