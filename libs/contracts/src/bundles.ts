import { BUNDLE_CHILD_STATES } from '@onewindow/domain';
import { z } from 'zod';
import { clock } from './clocks.js';
import { condition, definitionKey as key } from './conditions.js';
import { paperPlace } from './paper-place.js';
import { departmentRef, id, isoDate, isoInstant, text } from './primitives.js';

/** What publishing found out about a child: its version is pinned, and where its names went in the one form and the one list. */
export const bundleSlice = z.strictObject({
  versionId: id,
  name: text(120),
  departmentCode: z.string().min(1).max(40),
  /** Its short name, as papers list it. */
  departmentName: text(60),
  /** Working days from the day on which the child itself is opened. */
  promisedLimit: z.number().int().min(1).nullable(),
  /** Its result, as the applicant will hold it: 营业执照. */
  resultName: text(60),
  fields: z.record(key, key),
  materials: z.record(key, key),
  questions: z.array(key),
});

/** One item of a bundle (一件事). */
export const bundleChild = z.strictObject({
  key,
  /** 实施编码 of an item that is taken inside bundles only. */
  itemCode: z.string().min(31).max(33),
  /** Taken under these answers; always without it. */
  when: condition.optional(),
  /** Children that must be granted first. */
  after: z.array(key).max(11).default([]),
  /** When one that it waits for fails. */
  whenFailed: z.enum(['cancel', 'goOn']).default('cancel'),
  /** Filled in by publishing. */
  slice: bundleSlice.optional(),
});
export type BundleChild = z.output<typeof bundleChild>;

/**
 * 一件事: what the definition itself says of questions, form and materials is the bundle's own; those of the children are laid into it when
 * it is published, each once.
 */
export const bundleDefinition = z.strictObject({ children: z.array(bundleChild).min(2).max(12) });
export type BundleDefinition = z.output<typeof bundleDefinition>;

/** A child with where it stands; `state` is null until the bundle is accepted. */
export const bundleChildView = z.object({
  key: z.string(),
  name: z.string(),
  department: departmentRef,
  state: z.enum(BUNDLE_CHILD_STATES).nullable(),
  /** Keys of the children that it waits for. */
  after: z.array(z.string()),
  promisedLimit: z.number().int().nullable(),
  /** Null where the actor may not see the child's case, and before it is opened. */
  caseId: id.nullable(),
  caseNo: z.string().nullable(),
  /** The promised clock of its case, while it is open. */
  clock: clock.nullable(),
  /** R3.1: what holds its own clock; the bundle's runs on. Null while its clock runs. */
  paused: z.object({ label: z.string(), until: isoDate }).nullable(),
  /** Why it was denied, ended or never opened; null for the desks of other departments. */
  reason: z.string().nullable(),
  /** Its document, once it lies ready. */
  result: z
    .object({ name: z.string(), number: z.string(), denial: z.boolean(), fileId: id.nullable(), place: z.string().nullable() })
    .nullable(),
  /** R6.2: where its paper is, at the issue window alone; null for what is printed there. */
  paper: paperPlace.nullable().optional(),
  openedAt: isoInstant.nullable(),
  endedAt: isoInstant.nullable(),
});
export type BundleChildView = z.output<typeof bundleChildView>;

/** The bundle that a case is, or is a child of. A child's department learns the bundle's name and how the others stand, no more. */
export const bundleView = z.object({
  role: z.enum(['parent', 'child']),
  itemName: z.string(),
  /** Of the bundle, where the actor may see it. */
  caseId: id.nullable(),
  caseNo: z.string().nullable(),
  /** The child that this case is; null on the bundle itself. */
  ownKey: z.string().nullable(),
  children: z.array(bundleChildView),
});
export type BundleView = z.output<typeof bundleView>;
