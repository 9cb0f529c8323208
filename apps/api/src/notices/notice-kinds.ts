import type { NoticeKind } from '@onewindow/contracts';

/** Every kind of notice, in the order in which one command serves several: their number series are always locked in this order. */
export type IssuedKind = NoticeKind;

/** What decides the wording of a notice's head. */
export interface NoticeHead {
  readonly kind: IssuedKind;
  /** The item is an administrative permit (行政许可): then its law is quoted and named. */
  readonly permit: boolean;
  readonly denied: boolean;
}

interface HeadWords {
  readonly permit: string;
  readonly other: string;
}

const TITLES = {
  receipt: { permit: '行政许可申请材料收件凭证', other: '申请材料收件凭证' },
  takeIn: { permit: '行政许可申请补正材料接收凭证', other: '补正材料接收凭证' },
  acceptance: { permit: '行政许可申请受理通知书', other: '申请受理通知书' },
  deferral: { permit: '行政许可申请容缺受理通知书', other: '申请容缺受理通知书' },
  commitment: { permit: '行政许可申请承诺书', other: '承诺书' },
  supplement: { permit: '行政许可申请材料补正告知书', other: '申请材料补正告知书' },
  specialProcedure: { permit: '行政许可特别程序告知书', other: '特别程序告知书' },
  extension: { permit: '行政许可延长期限通知书', other: '延长期限通知书' },
  decline: { permit: '行政许可申请不予受理通知书', other: '申请不予受理通知书' },
  withdrawal: { permit: '准予撤回行政许可申请通知书', other: '准予撤回申请通知书' },
  termination: { permit: '行政许可申请终止办理通知书', other: '申请终止办理通知书' },
  decision: { permit: '准予行政许可决定书', other: '准予办理决定书' },
  bundleOutcome: { permit: '一件事办理结果告知书', other: '一件事办理结果告知书' },
  paperTransfer: { permit: '纸质材料流转单', other: '纸质材料流转单' },
} as const satisfies Record<IssuedKind, HeadWords>;
const DENIAL_TITLE: HeadWords = { permit: '不予行政许可决定书', other: '不予办理决定书' };

/** 临卫 + 许受 + 〔2026〕1183 号: the kind's mark in the document number. */
const MARKS = {
  receipt: { permit: '许收', other: '收' },
  takeIn: { permit: '许补收', other: '补收' },
  acceptance: { permit: '许受', other: '受' },
  deferral: { permit: '许容', other: '容' },
  commitment: { permit: '许承', other: '承' },
  supplement: { permit: '许补', other: '补' },
  specialProcedure: { permit: '许特', other: '特' },
  extension: { permit: '许延', other: '延' },
  decline: { permit: '许不受', other: '不受' },
  withdrawal: { permit: '许撤', other: '撤' },
  termination: { permit: '许终', other: '终' },
  decision: { permit: '许准', other: '准' },
  bundleOutcome: { permit: '一告', other: '一告' },
  paperTransfer: { permit: '流转', other: '流转' },
} as const satisfies Record<IssuedKind, HeadWords>;
const DENIAL_MARK: HeadWords = { permit: '许不', other: '不' };

const column = (permit: boolean): keyof HeadWords => (permit ? 'permit' : 'other');

/** The notice's title as printed. */
export function noticeTitle({ kind, permit, denied }: NoticeHead): string {
  return (kind === 'decision' && denied ? DENIAL_TITLE : TITLES[kind])[column(permit)];
}

/** The part of the document number between the department's prefix and the year; each has its own series. */
export function noticeMark({ kind, permit, denied }: NoticeHead): string {
  return (kind === 'decision' && denied ? DENIAL_MARK : MARKS[kind])[column(permit)];
}
