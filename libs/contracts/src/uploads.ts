import { z } from 'zod';
import { caseMaterial } from './case-views.js';
import { endpoint } from './endpoint.js';
import { fileRef } from './files.js';
import { expectedVersion, id, idParams, text } from './primitives.js';

/** Largest part of a large file, in bytes. */
export const UPLOAD_PART_BYTES = 1024 * 1024;
/** Files up to this size travel in one request; larger ones in parts, so that a broken line goes on where it stopped. */
export const ONE_REQUEST_BYTES = 2 * 1024 * 1024;

/** How far a large file has come. */
export const uploadState = z.object({
  id,
  size: z.number().int(),
  /** Bytes that have arrived, without gaps: the next part begins here. */
  received: z.number().int(),
});
export type UploadState = z.output<typeof uploadState>;

export const uploadEndpoints = {
  beginUpload: endpoint({
    method: 'POST',
    path: '/uploads',
    summary: '开始分段上传一个大文件',
    access: ['clerk'],
    body: z.strictObject({ name: text(200), mediaType: z.string().max(60), size: z.number().int().min(1) }),
    response: uploadState,
    status: 201,
  }),
  /** Where to go on after a broken line. */
  getUpload: endpoint({
    method: 'GET',
    path: '/uploads/:id',
    summary: '分段上传到了哪里',
    access: ['clerk'],
    params: idParams,
    response: uploadState,
  }),
  /** Its place is its key: a part that came already changes nothing. */
  sendUploadPart: endpoint({
    method: 'PUT',
    path: '/uploads/:id/parts/:start',
    summary: '上传一段（不超过 1 MB）',
    access: ['clerk'],
    params: z.strictObject({ id, start: z.coerce.number().int().min(0).max(2_000_000_000) }),
    bodyKind: 'file',
    response: uploadState,
    idempotent: false,
  }),
  /** The whole file goes to the material, like one that came in one request. */
  finishUpload: endpoint({
    method: 'POST',
    path: '/cases/:id/materials/:code/uploads/:uploadId',
    summary: '分段上传的文件放进一份材料',
    access: ['clerk'],
    params: z.strictObject({ id, code: z.string().max(40), uploadId: id }),
    query: z.strictObject({ verdict: z.enum(['qualified']).optional() }),
    response: z.object({ file: fileRef, material: caseMaterial, version: expectedVersion }),
    status: 201,
  }),
};
