import type { HallCode } from '../organisation/units.js';
import type { ApplicantSeed } from './applicants.js';

/** Which of the open items of the catalogue. */
export type PlannedItem = 'food' | 'place' | 'lift' | 'award' | 'medical' | 'street' | 'pension' | 'elder';

export type OpenStatus = 'pooled' | 'claimed';
/** A step that its department has sent back waits in the hall for another (R5.3). */
export type StepStatus = OpenStatus | 'refused';

/** A question of the holder of an open step to another department; days since the receipt. */
export interface AskedPlan {
  readonly step: string;
  readonly department: string;
  readonly question: string;
  /** Working days. */
  readonly limit: number;
  readonly after: number;
  readonly answer?: { readonly outcome: 'agree' | 'agreeWithConditions' | 'object'; readonly opinion: string; readonly after: number };
}

/** How far a case has come. Days are working days; `after` counts from the day of receipt. */
export type Ending =
  | { readonly at: 'draft' }
  | { readonly at: 'received' }
  | { readonly at: 'supplementing'; readonly faulty: string }
  | { readonly at: 'declined'; readonly reason: string }
  | { readonly at: 'withdrawn'; readonly after: number; readonly reason: string }
  | { readonly at: 'terminated'; readonly after: number; readonly reason: string }
  | {
      readonly at: 'review';
      /** The steps that are open now; those before them have passed. */
      readonly open: Readonly<Record<string, StepStatus>>;
      /** When the open steps began. */
      readonly openedAfter: number;
      /** When the claimed ones were last acted on. */
      readonly actedAfter: number;
      /** Consultations that silence ended (R5.2). */
      readonly deemed: readonly string[];
      /** What a holder asked other departments beside the route (协办). */
      readonly asked: readonly AskedPlan[];
    }
  | {
      readonly at: 'decided' | 'ready' | 'concluded';
      readonly decision: 'grant' | 'deny';
      readonly decidedAfter: number;
      /** Days from the decision to 出证, and from there to the hand-over. */
      readonly issuedLater: number;
      readonly collectedLater: number;
      /** Minutes before now at which it was handed over, for what happened today. */
      readonly minutesAgo: number | null;
      readonly issueTask: OpenStatus;
    };

/** One case of the demonstration. */
export interface CasePlan {
  readonly item: PlannedItem;
  readonly applicant: ApplicantSeed;
  /** Working days since it came to the counter. */
  readonly days: number;
  readonly ending: Ending;
  /** Names it in lists, where the item says so: a building, a square. */
  readonly subject: string | null;
  /** The material that follows later, within the quota of the applicant's grade (R4); null for none. */
  readonly deferred: string | null;
  /** The material that a promise stands in place of (告知承诺), to be checked afterwards; null for none. */
  readonly promised: string | null;
  /** R10.5: number of the paper on which it was taken; null for all but one. */
  readonly outageNo: string | null;
  /** Where it is received. */
  readonly hall: HallCode;
}
