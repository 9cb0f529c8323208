import { PREVIEWED_NOTICES } from '@onewindow/domain';
import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { noticeKind, noticeView } from './notices.js';
import { id, idParams, isoInstant, optionalText } from './primitives.js';

const printers = ['clerk', 'approver', 'chief'] as const;

/** One printing on paper: ordinal 1 is the original; a later one is reprint number `ordinal - 1` and says so on every page. */
export const noticePrint = z.object({ ordinal: z.number().int(), printedAt: isoInstant, printedBy: z.string() });
export type NoticePrintView = z.output<typeof noticePrint>;

/** What may be looked at before it is issued. */
export const previewedKind = noticeKind.extract([...PREVIEWED_NOTICES]);
export type PreviewedKind = z.output<typeof previewedKind>;

export const noticePrintEndpoints = {
  /** Two presses with two keys are an original and a marked reprint; two with one key are one. */
  printNotice: endpoint({
    method: 'POST',
    path: '/notices/:id/prints',
    summary: '打印一份文书；第二次起是补打，留记录、有标记',
    access: printers,
    params: idParams,
    response: noticePrint,
    status: 201,
  }),
  listNoticePrints: endpoint({
    method: 'GET',
    path: '/notices/:id/prints',
    summary: '一份文书打印过几次',
    access: 'signed-in',
    params: idParams,
    response: z.object({ items: z.array(noticePrint) }),
  }),
  getNoticePrint: endpoint({
    method: 'GET',
    path: '/notices/:id/prints/:ordinal',
    summary: '某一次打印的 PDF：第一次是原件，以后是加了补打标记的',
    access: 'signed-in',
    params: z.strictObject({ id, ordinal: z.coerce.number().int().min(1).max(10_000) }),
    response: z.never(),
    responseKind: 'file',
  }),
  /** Nothing is written, hence no key: no number is drawn, and every page says 预览. */
  previewNotice: endpoint({
    method: 'POST',
    path: '/cases/:id/notice-previews',
    summary: '文书的预览，不编号',
    access: ['clerk'],
    params: idParams,
    body: z.strictObject({ kind: previewedKind, text: optionalText(2000), reason: optionalText(500) }),
    response: z.never(),
    responseKind: 'file',
    idempotent: false,
  }),
  /** Made anew only when the papers are others than on the last slip. */
  issuePaperTransferSlip: endpoint({
    method: 'POST',
    path: '/cases/:id/paper-transfer-slip',
    summary: '出材料流转单',
    access: ['clerk'],
    params: idParams,
    response: noticeView,
    status: 201,
  }),
};
