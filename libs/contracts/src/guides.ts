import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { answers, id, idParams, isoInstant } from './primitives.js';

const asked = z.strictObject({ itemVersionId: id, answers });

/** 一次告知单: handed out before anything is received. */
export const guideView = z.object({ id, number: z.string(), title: z.string(), issuedAt: isoInstant });
export type GuideView = z.output<typeof guideView>;

export const guideEndpoints = {
  /** Each sheet that is handed out has a number of its own; the same key gives the same sheet. */
  issueGuide: endpoint({
    method: 'POST',
    path: '/guides',
    summary: '按情形的回答出一份一次告知单',
    access: ['clerk'],
    body: asked,
    response: guideView,
    status: 201,
  }),
  previewGuide: endpoint({
    method: 'POST',
    path: '/guide-previews',
    summary: '一次告知单的预览，不编号',
    access: ['clerk'],
    body: asked,
    response: z.never(),
    responseKind: 'file',
    idempotent: false,
  }),
  getGuideFile: endpoint({
    method: 'GET',
    path: '/guides/:id/file',
    summary: '一份一次告知单的 PDF',
    access: ['clerk'],
    params: idParams,
    response: z.never(),
    responseKind: 'file',
  }),
  /** What the sheet's QR code opens on a phone. It names no person. */
  getGuideByToken: endpoint({
    method: 'GET',
    path: '/public/guides/:token',
    summary: '扫码看一次告知单',
    access: 'public',
    params: z.strictObject({ token: z.string().regex(/^[A-Za-z0-9_-]{32}$/) }),
    response: z.never(),
    responseKind: 'file',
  }),
};
