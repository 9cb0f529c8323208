/**
 * R3.1: the procedures whose time does not count against a limit (art 45), and the public notice where the item's own rule prescribes one.
 * R3.3: `correction` is the wait for corrections during review, where the item version names a basis for it; it is never asked for by itself.
 */
export const SPECIAL_PROCEDURE_KINDS = [
  'hearing',
  'tender',
  'auction',
  'inspection',
  'testing',
  'quarantine',
  'appraisal',
  'expertReview',
  'publicNotice',
  'correction',
] as const;

export type SpecialProcedureKind = (typeof SPECIAL_PROCEDURE_KINDS)[number];

/** Chinese names of the procedures, as screens and notices print them. */
export const SPECIAL_PROCEDURE_LABELS = {
  hearing: '听证',
  tender: '招标',
  auction: '拍卖',
  inspection: '检验',
  testing: '检测',
  quarantine: '检疫',
  appraisal: '鉴定',
  expertReview: '专家评审',
  publicNotice: '公示',
  correction: '补正',
} as const satisfies Record<SpecialProcedureKind, string>;
