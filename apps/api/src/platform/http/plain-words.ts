import type { z } from 'zod';

/**
 * What Zod's own Chinese words lack: a bound as somebody who fills in a form says it, where theirs is 期望 number >=1.
 * A schema's own message comes before these; whatever is not a bound keeps the words of the locale.
 */
export const plainWords: z.core.$ZodErrorMap = (issue) => {
  if (issue.code === 'too_small') return boundWords('至少', issue.origin, issue.minimum);
  if (issue.code === 'too_big') return boundWords('至多', issue.origin, issue.maximum);
  return undefined;
};

function boundWords(which: '至少' | '至多', origin: string, bound: number | bigint): string | undefined {
  if (origin === 'number' || origin === 'int') return `${which === '至少' ? '不能小于' : '不能大于'} ${bound}`;
  if (origin === 'string') return `${which} ${bound} 个字`;
  return origin === 'array' ? `${which} ${bound} 项` : undefined;
}
