import type { Condition } from './conditions.js';
import type { OfficeLevel } from './jurisdiction.js';

/** The department that answers for the item; a step may name it without knowing which it is. */
export const LEAD_DEPARTMENT = 'lead';

/** One node of an item's route (环节). */
export interface RouteStep {
  /** Unique in the route, stable over versions where it can be. */
  readonly key: string;
  /** Chinese. */
  readonly name: string;
  readonly kind: 'review' | 'decision' | 'consultation';
  /** Code of the department, or `lead` for the item's own. */
  readonly departmentCode: string;
  /** CrossHall: of that department's line, the office at this level of the applicant's place. */
  readonly level?: OfficeLevel;
  readonly role: 'approver' | 'chief';
  /** Working days of the step's own clock (R1.5), at least 1. */
  readonly limit: number;
  /** What silence after the limit means (R5.2); only a consultation may be deemed. */
  readonly onSilence: 'wait' | 'deemedNoObjection';
  /** Keys of the steps that must have passed; empty: starts on acceptance. */
  readonly after: readonly string[];
  /** The step is passed over when this is not met. */
  readonly when?: Condition;
  /** A public notice (公示) that the item's own rule prescribes at this step (R3.1). */
  readonly publicNotice?: { readonly days: number; readonly unit: 'calendar' | 'working' };
  /** Review points to tick, in Chinese. */
  readonly points?: readonly string[];
  /** R5.6: two different officers review, the second after the first (初审, 复审). Of a review alone. */
  readonly reviewers?: 1 | 2 | undefined;
  /** 核签: before a review passes, the chief of the department that reviewed puts a name under it. */
  readonly countersign?: boolean | undefined;
  /** How its tasks come to an officer: left in the pool, given to whoever has least, or to everybody in turn. */
  readonly assignment?: 'pool' | 'leastLoaded' | 'inTurn' | undefined;
  /** Set on a derived step alone (`expandRoute`): the part that it is of another step. */
  readonly part?: StepPart;
  /** Set on a derived step alone: a chief signs after it, so no chief does it. */
  readonly beforeSignature?: true;
}

/** A derived step: one person's share in a step that several must pass. */
export interface StepPart {
  /** Key of the step as the item version writes it. */
  readonly of: string;
  readonly kind: 'second' | 'chief';
}

/** R5.1: the route of an item version, steps in series or in parallel. */
export interface RouteDefinition {
  readonly steps: readonly RouteStep[];
}
