import { PHONE_NUMBER, PHONE_NUMBER_RULE, ROLES } from '@onewindow/domain';
import { z } from 'zod';

/** A UUID of any version; ids of the system are version 7. */
export const id = z.uuid();
/** A date of the law: `YYYY-MM-DD`, Asia/Shanghai. */
export const isoDate = z.iso.date();
/** An instant in UTC with `Z`. Presenters emit `toISOString()`; a `Date` object fails. */
export const isoInstant = z.iso.datetime();

// PostgreSQL text cannot hold NUL, and other control characters only come from broken scanners.
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

/**
 * One line or more of typed text: trimmed, 1 to `max` characters, without control characters.
 * @param max longest length in UTF-16 units
 */
export const text = (max: number) =>
  z
    .string()
    .trim()
    .min(1, '不能为空')
    .max(max, `不能超过 ${max} 个字`)
    .refine((s) => !CONTROL.test(s), '含有不能保存的控制字符');

/** Text that may be left empty. */
export const optionalText = (max: number) => text(max).or(z.literal('')).optional();

export const role = z.enum(ROLES);

/** Digits of a telephone number, with an optional + and separators. */
export const phone = z.string().trim().regex(PHONE_NUMBER, PHONE_NUMBER_RULE);

/** Keyset paging. */
export const pageQuery = z.strictObject({
  cursor: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

/** A page of `item`s; `nextCursor` is null on the last page. */
export const page = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), nextCursor: z.string().nullable() });

/** A comma-separated list in a query string, as an array. */
export const listOf = <T extends z.ZodType<unknown, string>>(item: T, max = 50) =>
  z
    .string()
    .transform((s) => s.split(',').filter(Boolean))
    .pipe(z.array(item).max(max));

/** RFC 9457 problem: `code` is stable, `title` a Chinese sentence that says what happened and what to do. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  code: z.string(),
  detail: z.string().optional(),
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  facts: z.record(z.string(), z.unknown()).optional(),
});
export type Problem = z.output<typeof problem>;

/** One action of the actor's roles on a record; `reason` says in Chinese why it can't be taken now. */
export const actionState = z.object({ action: z.string(), allowed: z.boolean(), reason: z.string().optional() });
export type ActionState = z.output<typeof actionState>;

/** A person of the staff, as others see them. */
export const staffRef = z.object({ id, name: z.string(), staffNo: z.string() });
export const departmentRef = z.object({ id, code: z.string(), name: z.string(), shortName: z.string() });
export const hallRef = z.object({ id, code: z.string(), name: z.string() });
/** What a mutating request answers when there is nothing else to say. */
export const done = z.object({ ok: z.literal(true) });
export const idParams = z.strictObject({ id });

/** JSON of an application form: keys are the field names of the item version's schema. */
export const formValues = z.record(z.string().max(64), z.json());
/** Answers to the situation's questions by question key. */
export const answers = z.record(z.string().max(64), z.union([z.string().max(200), z.number(), z.boolean()]));
/** Optimistic lock: the version of the record that the screen shows. A stale one is refused with 409. */
export const expectedVersion = z.number().int().min(0);
