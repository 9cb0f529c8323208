import { TRUST_LEVELS } from '@onewindow/domain';
import { z } from 'zod';
import { caseMaterial } from './case-views.js';
import { endpoint } from './endpoint.js';
import { fileRef, sha256 } from './files.js';
import { expectedVersion, id, idParams, isoDate } from './primitives.js';

const materialCode = z.string().max(40);

/** Where an entry comes from: an earlier case of the applicant, or a licence of theirs in the registry. */
export const reuseSource = z.enum(['library', 'licence']);

/** 可复用材料: one entry of the MaterialLibrary, or a licence, of the case's applicant. */
export const reusableMaterial = z.object({
  source: reuseSource,
  id,
  name: z.string(),
  /** Whose it is, where it is not the applicant's own: the legal representative's. */
  holderName: z.string().nullable(),
  version: z.number().int(),
  trustLevel: z.enum(TRUST_LEVELS),
  issuer: z.string().nullable(),
  issuedOn: isoDate.nullable(),
  /** Last day of validity. */
  validThrough: isoDate.nullable(),
  /** The day on which it came to the library. */
  addedOn: isoDate.nullable(),
  sourceCaseNo: z.string().nullable(),
  /** R7: what must be assured before it is used again; `expired` can't be used. */
  rule: z.enum(['direct', 'watermarked', 'checkOriginal', 'underCommitment', 'expired']),
  /** Why it can't be used, in Chinese; null when it can. */
  reason: z.string().nullable(),
  /** Materials of this case that it fits, by code, under the case's answers. */
  fits: z.array(materialCode),
  files: z.array(fileRef.omit({ id: true })),
});
export type ReusableMaterial = z.output<typeof reusableMaterial>;

const answerOf = z.object({ materials: z.array(caseMaterial), version: expectedVersion });

export const materialLibraryEndpoints = {
  /** POST, because each look-up leaves a record (R11). Nothing for a case without an applicant. */
  lookUpReusable: endpoint({
    method: 'POST',
    path: '/cases/:id/reusable',
    summary: '本件申请人可复用的材料和证照（留记录）',
    access: ['clerk'],
    params: idParams,
    response: z.object({ items: z.array(reusableMaterial) }),
    idempotent: false,
  }),
  /** The bytes of an entry of the case's applicant; 404 for anybody else's. */
  getLibraryFile: endpoint({
    method: 'GET',
    path: '/cases/:id/reusable/:entryId/files/:sha256',
    summary: '可复用材料的一个文件，在线看',
    access: ['clerk'],
    params: z.strictObject({ id, entryId: id, sha256 }),
    response: z.never(),
    responseKind: 'file',
  }),
  /** One or several, all or none (R7): each fits its material, has not expired, and what its level asks for is assured. */
  reuseMaterials: endpoint({
    method: 'POST',
    path: '/cases/:id/reuse',
    summary: '复用材料：A、B 级直接，C 级核对原件，D 级申请人承诺',
    access: ['clerk'],
    params: idParams,
    body: z.strictObject({
      uses: z
        .array(
          z.strictObject({
            code: materialCode,
            source: reuseSource,
            entryId: id,
            /** R7, level C: the original lay before the clerk. */
            originalSeen: z.literal(true).optional(),
            /** R7, level D: the applicant answers for it. */
            committed: z.literal(true).optional(),
          }),
        )
        .min(1)
        .max(30)
        .refine((uses) => new Set(uses.map((use) => use.code)).size === uses.length, '同一份材料只能复用一次'),
    }),
    response: answerOf,
  }),
  /** Until acceptance. */
  undoReuse: endpoint({
    method: 'DELETE',
    path: '/cases/:id/materials/:code/reuse',
    summary: '撤去复用的材料（受理前）',
    access: ['clerk'],
    params: z.strictObject({ id, code: materialCode }),
    response: answerOf,
  }),
  /** R7: the day a paper was issued; its validity follows from the item, or is stated. */
  dateMaterial: endpoint({
    method: 'PUT',
    path: '/cases/:id/materials/:code/dates',
    summary: '材料的出具日期和有效期',
    access: ['clerk'],
    params: z.strictObject({ id, code: materialCode }),
    body: z
      .strictObject({ issuedOn: isoDate, validThrough: isoDate.nullable().optional() })
      .refine((dates) => !dates.validThrough || dates.validThrough >= dates.issuedOn, {
        path: ['validThrough'],
        message: '有效期止不能早于出具日期',
      }),
    response: answerOf,
  }),
};
