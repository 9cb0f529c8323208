import { MATERIAL_KINDS, MATERIAL_NECESSITIES, OFFICE_LEVELS, SPECIAL_PROCEDURE_KINDS } from '@onewindow/domain';
import { z } from 'zod';
import { formSchema } from './application-form.js';
import { bundleDefinition } from './bundles.js';
import { condition, definitionKey as key } from './conditions.js';
import { sha256 } from './files.js';
import { text } from './primitives.js';

/** R1, 即办件 decided while the applicant waits; 承诺件 within promised days; 一件事 several items in one. */
export const itemKind = z.enum(['instant', 'promised', 'bundle']);

export const situationQuestion = z.strictObject({
  key,
  title: text(60),
  kind: z.enum(['choice', 'yesNo']),
  options: z.array(z.strictObject({ value: z.string().max(40), title: text(40) })).max(20),
  default: z.union([z.string(), z.boolean()]).optional(),
  /** `agent`: a yes-no question that answers itself, by whether an agent (代理人) acts in the case. */
  from: z.literal('agent').optional(),
});

/** 空白表 or 样表: a paper that was uploaded before, named by its hash. */
export const itemPaperRef = z.strictObject({ sha256, name: text(200) });
export type ItemPaperRef = z.output<typeof itemPaperRef>;

export const materialRequirement = z.strictObject({
  code: key,
  name: text(120),
  /** `required` always, `optional` never, `conditional` when `when` holds under the case's answers. */
  necessity: z.enum(MATERIAL_NECESSITIES),
  when: condition.optional(),
  /** 主件: can't be deferred (R4.2). */
  isKey: z.boolean(),
  kind: z.enum(MATERIAL_KINDS),
  /** 原件, 复印件 or 电子件. */
  medium: z.enum(['original', 'copy', 'electronic']),
  /** Code of the licence that may stand for it (a shared licence). */
  licenceType: z.string().max(40).optional(),
  /** The shelf of the MaterialLibrary, the same in every item that asks for this kind of paper; absent: papers belong to their case alone. */
  libraryKey: z
    .string()
    .regex(/^[a-z][a-z0-9-]{1,39}$/, '材料库代码用小写字母、数字和短横')
    .optional(),
  /** Calendar months for which a paper holds from the day it was issued. */
  validMonths: z.number().int().min(1).max(600).optional(),
  copies: z.number().int().min(0).max(20),
  /** Who makes it: 申请人自备, 政府部门核发, 中介机构… */
  source: text(60),
  standard: text(300),
  reviewPoints: z.array(text(120)).max(20),
  /** Blank form and filled sample, shown and printed from the checklist. */
  blankForm: itemPaperRef.optional(),
  filledSample: itemPaperRef.optional(),
  /** 告知承诺: what the applicant promises in its place; where the item allows commitments, only such materials can be promised. */
  commitment: text(200).optional(),
});

export const routeStep = z.strictObject({
  key,
  name: text(30),
  kind: z.enum(['review', 'decision', 'consultation']),
  /** A department's code, or `lead` for the item's own. */
  departmentCode: z.string().min(1).max(40),
  /** CrossHall: of the step's department, the office at this level of the applicant's place; the item's own level when left out. */
  level: z.enum(OFFICE_LEVELS).optional(),
  role: z.enum(['approver', 'chief']),
  /** Working days for this step (R1.5). */
  limit: z.number().int().min(1).max(250),
  onSilence: z.enum(['wait', 'deemedNoObjection']),
  after: z.array(key).max(20),
  when: condition.optional(),
  publicNotice: z.strictObject({ days: z.number().int().min(1).max(120), unit: z.enum(['calendar', 'working']) }).optional(),
  points: z.array(text(120)).max(30).default([]),
  /** R5.6: 初审 and 复审 by two officers; of a review alone. */
  reviewers: z.literal([1, 2]).optional(),
  /** 核签: the chief of the department signs before a review passes. */
  countersign: z.boolean().optional(),
  /** How its tasks come to an officer; the pool when left out. */
  assignment: z.enum(['pool', 'leastLoaded', 'inTurn']).optional(),
});

export const resultDefinition = z.strictObject({
  name: text(60),
  kind: z.enum(['licence', 'decision', 'certificate']),
  /** Code under which the issued licence is kept for its holder, so that other items may ask for it; the item's own id when left out. */
  licenceType: z.string().max(40).optional(),
  /** Made by the system at the decision; the system issues it (R11). */
  electronic: z.boolean(),
  /** Years a licence is valid; null for no end. */
  validYears: z.number().int().min(1).max(50).nullable(),
  /** 文号 prefix, as in 临卫公证字. */
  numberPrefix: text(20),
  /** Form fields printed on the document, in order. */
  fields: z.array(key).max(20),
});

/**
 * A bundle's children with what the bundle itself asks for, as publishing found it: the definition around it holds the merged form and lists.
 * Published anew, the children are laid into `own`, never into what was merged before.
 */
export const ownedBundle = bundleDefinition.extend({
  own: z
    .strictObject({ questions: z.array(situationQuestion).max(20), form: formSchema, materials: z.array(materialRequirement).max(60) })
    .optional(),
});

/**
 * What an item version holds: the same schema checks the seed, an import and the catalogue editor's input.
 * Conditions, materials and routes are plain JSON whose meaning is in `@onewindow/domain`.
 */
export const itemDefinition = z.strictObject({
  kind: itemKind,
  subtype: text(20),
  applicantKinds: z.array(z.enum(['natural', 'legal'])).min(1),
  statutoryLimit: z.number().int().min(1).max(250).nullable(),
  promisedLimit: z.number().int().min(1).max(250).nullable(),
  /** Days by which the law lets the agency head extend (art 42). */
  extensionLimit: z.number().int().min(0).max(60),
  legalBasis: text(300),
  allowsDeferral: z.boolean(),
  /** R4.2: the item lets even its key materials be deferred; otherwise they can't be. */
  defersKeyMaterials: z.boolean().optional(),
  allowsCommitment: z.boolean(),
  requiresTwoReviewers: z.boolean(),
  /** Special procedures listed with their legal basis (R3.1). */
  specialProcedures: z.array(
    z.strictObject({
      kind: z.enum(SPECIAL_PROCEDURE_KINDS),
      basis: text(200),
      usualDays: z.number().int().min(1).max(200),
    }),
  ),
  questions: z.array(situationQuestion).max(20),
  materials: z.array(materialRequirement).min(1).max(60),
  form: formSchema,
  /** Field whose value names the case in lists besides the applicant (梧桐苑 3 幢 2 单元); null for the applicant's name. */
  subjectField: key.nullable(),
  /** Steps in series or in parallel (R5.1); empty for an instant item, which the counter decides. */
  route: z.strictObject({ steps: z.array(routeStep).max(40) }),
  result: resultDefinition,
  feeCents: z.number().int().min(0),
  /** 不予受理: common reasons for this item, one press each (R2.6). */
  declineReasons: z.array(text(200)).max(9).default([]),
  /** CrossHall: halls of the whole region may receive it and hand it out. */
  scope: z.enum(['hall', 'region']),
  /** CrossHall: whose office decides goes by the applicant's place, told by these address fields of the form. */
  jurisdiction: z.strictObject({ level: z.enum(OFFICE_LEVELS), fields: z.array(key).min(1).max(5) }).optional(),
  delivery: z.array(z.enum(['window', 'post', 'cabinet'])).min(1),
  /** 一件事: its children; of `kind` bundle alone. */
  bundle: ownedBundle.optional(),
  /** Taken as a child of bundles, never by itself: not listed, accepted and collected with its bundle. */
  onlyInBundle: z.literal(true).optional(),
});
export type ItemDefinition = z.output<typeof itemDefinition>;
export type ItemDefinitionInput = z.input<typeof itemDefinition>;
