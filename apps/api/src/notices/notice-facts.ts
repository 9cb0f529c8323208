import type { ItemDefinition } from '@onewindow/contracts';
import {
  checklistFor,
  type IsoDate,
  missingFor,
  paperDate,
  shanghaiDateOf,
  shanghaiToday,
  SPECIAL_PROCEDURE_LABELS,
  supplementPoints,
  supplementSentence,
  takenChildren,
} from '@onewindow/domain';
import type { Case, CaseMaterial } from '../cases/index.js';
import type {
  DeferredMaterial,
  ExtensionFacts,
  ListedChild,
  ListedMaterial,
  ListedOutcome,
  MaterialGap,
  NoticeContent,
  NoticeLimit,
  ProcedureFacts,
  PromisedMaterial,
} from './notice-content.js';
import type { IssuedKind } from './notice-kinds.js';

/** What every notice is made from. */
export interface NoticeCommon {
  /** The locked case as the command leaves it: number, dates, decision and reasons set. */
  readonly row: Case;
  /** Of the version that the case is pinned to. */
  readonly definition: ItemDefinition;
  readonly applicantKind: 'natural' | 'legal';
  /** Null when the system acts. */
  readonly issuedBy: { readonly staffId: string; readonly name: string } | null;
}

/** `dueOn` is the day of a deferred one (R4.3), `validThrough` the last day of one that expires (R7). */
export type MaterialRow = Pick<CaseMaterial, 'code' | 'verdict' | 'defect'> & {
  readonly dueOn?: IsoDate | null;
  readonly validThrough?: IsoDate | null;
};

/** What one notice needs besides. */
export type NoticeInput = NoticeCommon &
  (
    | { readonly kind: 'receipt' | 'acceptance' | 'paperTransfer'; readonly materials: readonly MaterialRow[] }
    /** The materials that arrived now, and no others. */
    | { readonly kind: 'takeIn'; readonly materials: readonly MaterialRow[] }
    | { readonly kind: 'deferral'; readonly materials: readonly MaterialRow[]; readonly deferred: readonly DeferredMaterial[] }
    | {
        readonly kind: 'commitment';
        readonly deferred: readonly DeferredMaterial[];
        readonly commitments: readonly PromisedMaterial[];
      }
    | { readonly kind: 'supplement'; readonly materials: readonly MaterialRow[]; readonly text?: string }
    /** 审查中补正 (R3.3): what the reviewer asks for, and by which day. */
    | {
        readonly kind: 'supplement';
        readonly gaps: readonly MaterialGap[];
        readonly reviewDay: IsoDate;
        /** On which the clock stands still meanwhile; null where it runs on. */
        readonly pauseBasis: string | null;
      }
    | { readonly kind: 'specialProcedure'; readonly procedure: ProcedureFacts }
    | { readonly kind: 'extension'; readonly extension: ExtensionFacts }
    | { readonly kind: 'decline'; readonly reason: string }
    | { readonly kind: 'withdrawal'; readonly reason: string; readonly outcomes?: readonly ListedOutcome[] }
    | { readonly kind: 'termination'; readonly reason: string }
    | { readonly kind: 'decision' }
    | { readonly kind: 'bundleOutcome'; readonly outcomes: readonly ListedOutcome[] }
  );

/** Items under this law are permits; their notices quote it. */
const PERMIT_LAW = '行政许可法';

const MEDIA = { original: '原件', copy: '复印件', electronic: '电子件' } as const;

/** Is the item an administrative permit? */
export function isPermit(definition: ItemDefinition): boolean {
  return definition.legalBasis.includes(PERMIT_LAW);
}

/** 公共场所卫生许可（新办） */
export function itemInFull(itemName: string, subtype: string): string {
  return itemName.includes(subtype) ? itemName : `${itemName}（${subtype}）`;
}

/** A denial is always told by a decision notice; a grant where the result is a licence, elsewhere the result is the decision. */
export function wantsDecisionNotice(definition: ItemDefinition, decision: 'grant' | 'deny'): boolean {
  return decision === 'deny' || definition.result.kind === 'licence';
}

/** The facts that this notice prints. `now` is the instant of the command. */
export function noticeContent(input: NoticeInput, now: Date): NoticeContent {
  const { row, definition } = input;
  const issuedOn = shanghaiToday(now);
  return {
    applicantName: row.applicantName ?? '',
    applicantKind: input.applicantKind,
    item: itemInFull(row.itemName, definition.subtype),
    permit: isPermit(definition),
    caseNo: row.caseNo ?? '',
    ...(row.outageNo === null ? {} : { outageNo: row.outageNo }),
    progressToken: row.progressToken,
    receivedOn: row.receivedAt ? shanghaiDateOf(row.receivedAt) : issuedOn,
    issuedOn,
    officer: input.issuedBy?.name ?? null,
    acceptedOn: row.acceptedOn,
    statutory: limitOf(row.statutoryLimit, row.statutoryDue, row.statutoryProvisional),
    promised: limitOf(row.promisedLimit, row.promisedDue, row.promisedProvisional),
    excluded: definition.specialProcedures.map((procedure) => SPECIAL_PROCEDURE_LABELS[procedure.kind]),
    delivery: deliveryWords(definition),
    ...(definition.scope === 'region' ? { anyHall: true } : {}),
    feeCents: row.feeCents,
    materials: 'materials' in input && input.kind !== 'supplement' ? listed(input, input.materials, input.kind) : [],
    gaps: input.kind !== 'supplement' ? [] : 'gaps' in input ? input.gaps : gapsOf(input, input.materials, issuedOn),
    words: input.kind === 'supplement' && 'text' in input && input.text ? input.text : null,
    reason: 'reason' in input ? input.reason : input.kind === 'decision' ? row.decisionReason : null,
    decision: input.kind === 'decision' ? row.decision : null,
    decidedOn: row.decidedOn,
    resultName: definition.result.name,
    ...('deferred' in input ? { deferred: input.deferred } : {}),
    ...('commitments' in input ? { commitments: input.commitments } : {}),
    ...('reviewDay' in input ? { reviewDay: input.reviewDay } : {}),
    ...('pauseBasis' in input && input.pauseBasis !== null ? { pauseBasis: input.pauseBasis } : {}),
    ...('procedure' in input ? { procedure: input.procedure } : {}),
    ...('extension' in input ? { extension: input.extension } : {}),
    ...('outcomes' in input ? { outcomes: input.outcomes } : {}),
    ...(definition.bundle ? { children: listedChildren(row, definition.bundle.children) } : {}),
  };
}

/** The children that the answers take, each with what it waits for. */
export function listedChildren(
  { answers, form }: Pick<Case, 'answers' | 'form'>,
  children: NonNullable<ItemDefinition['bundle']>['children'],
): ListedChild[] {
  const nameOf = (key: string): string => children.find((child) => child.key === key)?.slice?.name ?? key;
  return takenChildren(children, { answers, form }).map(({ key, slice, after }) => ({
    name: slice?.name ?? key,
    department: slice?.departmentName ?? '',
    limit: slice?.promisedLimit ?? null,
    after: after.map(nameOf),
  }));
}

function limitOf(limit: number | null, due: string | null, provisional: boolean): NoticeLimit | null {
  return limit === null || due === null ? null : { limit, due, provisional };
}

function deliveryWords({ scope, delivery }: ItemDefinition): string {
  const ways = {
    window: scope === 'region' ? '区内任一政务服务大厅领取' : '受理大厅领取',
    post: '邮寄',
    cabinet: '自助柜领取',
  };
  return delivery.map((way) => ways[way]).join('，或');
}

/** 集中空调检测报告（容缺，2026 年 11 月 5 日前补齐） */
function deferredName(name: string, dueOn: IsoDate | null): string {
  return dueOn === null ? `${name}（容缺）` : `${name}（容缺，${paperDate(dueOn)}前补齐）`;
}

/** What was handed in; of what was not, only what is required. */
function listed({ row, definition }: NoticeCommon, materials: readonly MaterialRow[], kind: IssuedKind): ListedMaterial[] {
  const rows = new Map(materials.map((material) => [material.code, material]));
  const lines = checklistFor(definition.materials, { answers: row.answers, form: row.form });
  return lines.flatMap(({ requirement, required }): ListedMaterial[] => {
    const { verdict = 'missing', dueOn = null } = rows.get(requirement.code) ?? {};
    const asked = definition.materials.find((material) => material.code === requirement.code);
    const medium = asked?.medium ?? 'original';
    // A receipt confirms what was taken in; an acceptance also shows what is still to come, and what the law let pass by silence.
    const showsAbsent = kind === 'acceptance' || kind === 'deferral' || kind === 'receipt';
    if (verdict === 'deferred') return showsAbsent ? [{ name: deferredName(requirement.name, dueOn), form: '未交', copies: null }] : [];
    if (verdict === 'missing')
      return required && showsAbsent && kind !== 'receipt' ? [{ name: requirement.name, form: '未交', copies: null }] : [];
    // Only paper is handed on; what is electronic, comes from the library or was promised has none.
    if (kind === 'paperTransfer' && (medium === 'electronic' || verdict === 'reused' || verdict === 'promised')) return [];
    // R4.5: the applicant's promise stands for it.
    if (verdict === 'promised') return [{ name: requirement.name, form: '承诺', copies: null }];
    const form = verdict === 'reused' ? '复用' : medium === 'electronic' && requirement.licenceType ? '电子证照' : MEDIA[medium];
    return [{ name: requirement.name, form, copies: Math.max(1, asked?.copies ?? 1) }];
  });
}

/** R2.3: everything at once, each with what is wrong. */
function gapsOf({ row, definition }: NoticeCommon, materials: readonly MaterialRow[], today: string): MaterialGap[] {
  const states = materials.map(({ code, verdict, defect, validThrough = null }) => ({
    requirementCode: code,
    verdict,
    validThrough,
    ...(defect === null ? {} : { faultReason: defect }),
  }));
  const missing = missingFor(definition.materials, states, { answers: row.answers, form: row.form }, today);
  const points = supplementPoints(missing, (code) => definition.materials.find((material) => material.code === code));
  return points.map((point) => ({ name: point.name, reason: supplementSentence(point) }));
}
