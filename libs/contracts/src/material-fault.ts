import { z } from 'zod';
import { text } from './primitives.js';

/** 有误: which review points a material fails, and words; one of both at least. */
export const faultInput = {
  defect: text(300).optional(),
  points: z.array(text(120)).max(20).optional(),
};

interface Judged {
  verdict: string;
  defect?: string | undefined;
  points?: string[] | undefined;
}

/** The rule of every body that says 有误, for `refine`. */
export const faultIsTold = [
  ({ verdict, defect, points }: Judged) => verdict !== 'faulty' || !!defect || (points ?? []).length > 0,
  { path: ['defect'], message: '有误要写明原因，或选不符合的要点' },
] satisfies [(judged: Judged) => boolean, { path: string[]; message: string }];
