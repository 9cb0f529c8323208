import type { Condition } from './conditions.js';

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
}

/** R5.1: the route of an item version, steps in series or in parallel. */
export interface RouteDefinition {
  readonly steps: readonly RouteStep[];
}
