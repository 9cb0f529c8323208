import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { sha256 } from './files.js';
import { answers, formValues, id, idParams } from './primitives.js';

const maintainers = ['catalogue_editor', 'system_admin'] as const;

export const itemPaper = z.object({ sha256, name: z.string(), mediaType: z.string(), size: z.number().int() });
export type ItemPaperView = z.output<typeof itemPaper>;

/** What a situation's answers come to; codes and keys are those of the version's definition. */
export const situationView = z.object({
  materials: z.array(z.object({ code: z.string(), required: z.boolean() })),
  fields: z.array(z.string()),
  steps: z.array(z.string()),
  /** Keys of questions that are still without an answer. */
  unanswered: z.array(z.string()),
});
export type SituationView = z.output<typeof situationView>;

export const itemPaperEndpoints = {
  /** A question, hence no key: nothing is written. */
  situationOf: endpoint({
    method: 'POST',
    path: '/item-versions/:id/situation',
    summary: '按情形的回答列出材料、字段和环节',
    access: 'signed-in',
    params: idParams,
    body: z.strictObject({ answers, form: formValues.optional() }),
    response: situationView,
    idempotent: false,
  }),
  uploadItemPaper: endpoint({
    method: 'POST',
    path: '/item-papers',
    summary: '上传一份空白表或样表；事项版本按 SHA-256 引用它',
    access: maintainers,
    bodyKind: 'file',
    response: itemPaper,
    status: 201,
  }),
  /** Blank forms and samples are public by their nature; 404 unless this version names the paper. */
  getItemPaper: endpoint({
    method: 'GET',
    path: '/item-versions/:id/papers/:hash',
    summary: '事项版本的空白表或样表，在线看',
    access: 'signed-in',
    params: z.strictObject({ id, hash: sha256 }),
    response: z.never(),
    responseKind: 'file',
  }),
};
