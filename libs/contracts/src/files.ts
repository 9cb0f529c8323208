import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { id } from './primitives.js';

/** Media types that a material may have; checked by content, never by name. */
export const MATERIAL_MEDIA_TYPES = ['application/pdf', 'image/png', 'image/jpeg', 'image/webp'] as const;

export const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** One file of a material, a notice or a result. The bytes are at `GET /api/cases/:id/files/:fileId`. */
export const fileRef = z.object({
  id,
  name: z.string(),
  mediaType: z.string(),
  size: z.number().int(),
  sha256,
});
export type FileRef = z.output<typeof fileRef>;

export const fileEndpoints = {
  /** The stream of a file that belongs to a case the actor may see; 404 otherwise. Inline, with range support. */
  getCaseFile: endpoint({
    method: 'GET',
    path: '/cases/:id/files/:fileId',
    summary: '办件的一份文件（材料、文书、结果），在线看',
    access: 'signed-in',
    params: z.strictObject({ id, fileId: id }),
    response: z.never(),
    responseKind: 'file',
  }),
};
