import { condition } from '@onewindow/contracts';
import type { Condition } from '@onewindow/domain';
import { z } from 'zod';

/** `centralAir=是`, `trade=dining|canteen`: one question and the answers that fit. */
const SIMPLE = /^([a-z][A-Za-z0-9]{0,39})\s*=\s*(.+)$/;
const HOW = '写“问题键=值”，如 centralAir=是；几个值用 | 隔开';

function simple(typed: string): Condition | null {
  const [, question, wanted] = SIMPLE.exec(typed) ?? [];
  if (question === undefined || wanted === undefined) return null;
  const values = wanted.split('|').map((one) => one.trim());
  const [only] = values;
  if (values.length === 1 && (only === '是' || only === '否')) return { question, equals: only === '是' };
  return values.length === 1 && only !== undefined ? { question, equals: only } : { question, in: values };
}

/** A condition as people write it in a cell, or the JSON of the contract. */
export const conditionText = z
  .string()
  .trim()
  .transform((typed, context): Condition => {
    const short = simple(typed);
    if (short) return short;
    try {
      const parsed = condition.safeParse(JSON.parse(typed));
      if (parsed.success) return parsed.data;
    } catch {
      // Neither form: falls through to the one message below.
    }
    context.addIssue({ code: 'custom', message: HOW });
    return z.NEVER;
  });
