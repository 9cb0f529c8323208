import { HEAT } from '../theme/tokens.js';

/** The colour family of a heat column: the domain's tone of its bucket. */
export type HeatTone = keyof typeof HEAT;

/**
 * The ground of a heat cell.
 * @param count cases in the cell; 0 has no ground
 */
export function heatGround(tone: HeatTone, count: number): string | null {
  const { steps, grounds } = HEAT[tone];
  const level = steps.reduce((found, step, at) => (count >= step ? at : found), -1);
  return grounds[level] ?? null;
}
