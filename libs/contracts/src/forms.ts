import { PREFILL_SOURCES } from '@onewindow/domain';
import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { idParams } from './primitives.js';

/** A first value for a field: what it is, where it is from, and whether it is a clerk's earlier word against that source. */
export const prefilledValue = z.object({
  /** Numbers of persons are masked; handed in again, the server knows whose they are (R10.2). */
  value: z.json(),
  source: z.enum(PREFILL_SOURCES),
  /** Which paper or case: 营业执照, 2026-03-11 食品经营许可; null when the source says it all. */
  note: z.string().nullable(),
  corrected: z.boolean(),
});
export type PrefilledView = z.output<typeof prefilledValue>;

/** 区划 for the choice of an address; `parentCode` is the region above. */
export const regionView = z.object({
  code: z.string(),
  name: z.string(),
  level: z.enum(['district', 'street', 'community']),
  parentCode: z.string().nullable(),
});
export type RegionView = z.output<typeof regionView>;

export const formEndpoints = {
  /** Type once: the registers, the applicant's licences and earlier cases, by what each field of the form means. */
  prefillCase: endpoint({
    method: 'GET',
    path: '/cases/:id/prefill',
    summary: '预填：登记信息、电子证照、以往办件、情形',
    access: ['clerk'],
    params: idParams,
    response: z.object({ values: z.record(z.string(), prefilledValue) }),
  }),
  listRegions: endpoint({
    method: 'GET',
    path: '/regions',
    summary: '区划，填地址用',
    access: 'signed-in',
    response: z.object({ items: z.array(regionView) }),
  }),
};
