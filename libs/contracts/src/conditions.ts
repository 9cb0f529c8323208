import type { Condition } from '@onewindow/domain';
import { z } from 'zod';

/** How parts of a definition are named. */
export const definitionKey = z.string().regex(/^[a-z][A-Za-z0-9]{0,39}$/, '键用小写字母开头的字母和数字');

const scalar = z.union([z.string(), z.number(), z.boolean()]);
// The key's name is computed, which the inferred type cannot follow; the shapes are those of the domain's `Condition`.
const operandTests = (name: 'question' | 'field') =>
  [{ equals: scalar }, { in: z.array(scalar).min(1) }, { atLeast: z.number() }, { atMost: z.number() }, { answered: z.boolean() }].map(
    (test) => z.strictObject({ [name]: definitionKey, ...test }) as unknown as z.ZodType<Condition, Condition>,
  );
/** A condition on answers (`question`) or form values (`field`); its meaning is `evaluate` of the domain. */
export const condition: z.ZodType<Condition, Condition> = z.lazy(() =>
  z.union([
    ...operandTests('question'),
    ...operandTests('field'),
    z.strictObject({ all: z.array(condition).min(1) }),
    z.strictObject({ any: z.array(condition).min(1) }),
    z.strictObject({ not: condition }),
  ]),
);
