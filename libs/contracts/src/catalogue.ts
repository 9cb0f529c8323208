import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { departmentRef, id, idParams, isoInstant, text } from './primitives.js';
import { itemDefinition, itemKind } from './item-definition.js';

export const itemSummary = z.object({
  id,
  code: z.string(),
  name: z.string(),
  initials: z.string(),
  department: departmentRef,
  kind: itemKind,
  /** Working days; null where the law or the promise names none. */
  statutoryLimit: z.number().int().nullable(),
  promisedLimit: z.number().int().nullable(),
  /** The published version that a new case is pinned to; null while the item is not open. */
  versionId: id.nullable(),
  /** False for items that are listed but can't be taken yet; `closedReason` says why. */
  open: z.boolean(),
  closedReason: z.string().nullable(),
  favourite: z.boolean(),
});
export type ItemSummary = z.output<typeof itemSummary>;

/** A published, immutable version with all that the counter needs. */
export const itemVersion = z.object({
  id,
  itemId: id,
  code: z.string(),
  name: z.string(),
  version: z.number().int(),
  department: departmentRef,
  publishedAt: isoInstant.nullable(),
  definition: itemDefinition,
});
export type ItemVersion = z.output<typeof itemVersion>;

export const catalogueEndpoints = {
  searchItems: endpoint({
    method: 'GET',
    path: '/items',
    summary: '按名称、拼音首字母或编码找事项',
    access: 'signed-in',
    query: z.strictObject({ q: text(60).optional(), limit: z.coerce.number().int().min(1).max(50).default(20) }),
    response: z.object({ items: z.array(itemSummary) }),
  }),
  getItemVersion: endpoint({
    method: 'GET',
    path: '/item-versions/:id',
    summary: '一个已发布版本的全部内容',
    access: 'signed-in',
    params: idParams,
    response: itemVersion,
  }),
};
