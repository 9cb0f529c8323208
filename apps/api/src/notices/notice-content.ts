import type { IsoDate } from '@onewindow/domain';

/** Where the notice comes from, as it was when it was issued; added by the statement that takes the number. */
export interface NoticeOffice {
  /** Names the department's seal image; absent on notices of the first release. */
  readonly departmentCode?: string;
  /** 临江区卫生健康局 */
  readonly department: string;
  readonly departmentPhone: string;
  /** 临江区 */
  readonly region: string;
  readonly hall: string;
  readonly hallPhone: string;
  /** 3 号综合窗口; null away from a counter. */
  readonly counter: string | null;
}

export interface NoticeLimit {
  /** Working days. */
  readonly limit: number;
  readonly due: IsoDate;
  readonly provisional: boolean;
}

export interface ListedMaterial {
  readonly name: string;
  /** 原件, 复印件, 电子件, 复用, 未交. */
  readonly form: string;
  readonly copies: number | null;
}

/** A material that comes later (R4): by when, and why it may. */
export interface DeferredMaterial {
  readonly name: string;
  readonly dueOn: IsoDate;
}

/** 告知承诺: what the promise stands for. */
export interface PromisedMaterial {
  readonly name: string;
  /** The applicant's own words of the form, or the item's standard. */
  readonly words: string;
}

/** 特别程序告知书 (R3.2): what stops the clock, on which law, and for how long it is announced. */
export interface ProcedureFacts {
  /** 检测 */
  readonly name: string;
  readonly isPublicNotice: boolean;
  readonly basis: string;
  readonly reason: string;
  /** 7 个工作日 */
  readonly days: string;
  /** First and last day that don't count. */
  readonly from: IsoDate;
  readonly through: IsoDate;
  /** R1.2: that last day lies in a year whose notice is not out; absent on notices of earlier releases. */
  readonly provisional?: boolean;
}

/** 延长期限通知书 (R1.6): by how much, and who authorised it. */
export interface ExtensionFacts {
  /** Working days of this extension, and of all so far. */
  readonly days: number;
  readonly total: number;
  readonly reason: string;
  /** Title and number of the document by which the agency's head authorised it. */
  readonly document: string;
}

/** A child of a bundle, as the one receipt lists it. */
export interface ListedChild {
  readonly name: string;
  readonly department: string;
  /** Working days from its own start. */
  readonly limit: number | null;
  /** Names of those that must be granted first. */
  readonly after: readonly string[];
}

/** What a child of a bundle came to. */
export interface ListedOutcome {
  readonly name: string;
  readonly department: string;
  readonly caseNo: string | null;
  /** 准予, 不予办理, 已终结, 不再办理. */
  readonly outcome: string;
  readonly reason: string | null;
}

export interface MaterialGap {
  readonly name: string;
  readonly reason: string;
}

/** The facts that a notice prints, fixed when it is issued. No identity or phone number of a person. */
export interface NoticeContent {
  readonly applicantName: string;
  readonly applicantKind: 'natural' | 'legal';
  /** 公共场所卫生许可（新办） */
  readonly item: string;
  readonly permit: boolean;
  readonly caseNo: string;
  /** R10.5: number of the paper on which it was taken during an outage. */
  readonly outageNo?: string;
  readonly progressToken: string;
  readonly receivedOn: IsoDate;
  readonly issuedOn: IsoDate;
  /** 经办人; null when the system issued it. */
  readonly officer: string | null;
  readonly acceptedOn: IsoDate | null;
  readonly statutory: NoticeLimit | null;
  readonly promised: NoticeLimit | null;
  /** 检测、专家评审: procedures whose time does not count (R3.1). */
  readonly excluded: readonly string[];
  readonly delivery: string;
  /** 通办: what follows after the acceptance is taken in at every hall of the district. */
  readonly anyHall?: boolean;
  readonly feeCents: number;
  readonly materials: readonly ListedMaterial[];
  readonly gaps: readonly MaterialGap[];
  /** Of a supplement during review: the day by which it is asked for. */
  readonly reviewDay?: IsoDate;
  /** R3.3: what the item names for stopping the clock meanwhile; absent where it runs on. */
  readonly pauseBasis?: string;
  /** The clerk's own words of a supplement. */
  readonly words: string | null;
  readonly reason: string | null;
  readonly decision: 'grant' | 'deny' | null;
  readonly decidedOn: IsoDate | null;
  readonly resultName: string;
  /** 容缺受理通知书, 承诺书; absent on notices of the first release. */
  readonly deferred?: readonly DeferredMaterial[];
  readonly commitments?: readonly PromisedMaterial[];
  /** 一件事: its children on receipt and acceptance, what they came to on the 一件事办理结果告知书 and on the notice of its withdrawal. */
  readonly children?: readonly ListedChild[];
  readonly outcomes?: readonly ListedOutcome[];
  /** 特别程序告知书, 延长期限通知书; absent on all others. */
  readonly procedure?: ProcedureFacts;
  readonly extension?: ExtensionFacts;
}

/** As it is stored. */
export type StoredNoticeContent = NoticeContent & { readonly office: NoticeOffice };
