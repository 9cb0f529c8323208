/** `$n`: SQL of what `wordsOf` gives. Everything matches where it is null. */
type WordsParameter = `$${number}`;

/**
 * R10.2: words that are looked for in lists of tasks: part of a row's title, case number or item, or the whole name of the applicant. A
 * row shows a person's name masked; who is asked for by name on the telephone is found all the same.
 * @returns SQL about a task `t`
 */
export function matchesWords(words: WordsParameter): string {
  return `(${words}::text[] IS NULL OR t.title ILIKE (${words}::text[])[1] OR t.case_no LIKE (${words}::text[])[1] OR t.item_name ILIKE (${words}::text[])[1]
    OR t.case_id IN (${casesOfName(`(${words}::text[])[2]`)}))`;
}

/** SQL of the cases whose applicant has exactly this name. */
export function casesOfName(name: string): string {
  return `SELECT n.id FROM applicant a JOIN cases n ON n.applicant_id = a.id WHERE a.name = ${name}`;
}

/** A pattern, and a whole name. */
export type TaskWords = readonly [pattern: string, name: string];

/** What was typed, for `matchesWords`; null where nothing was. */
export function wordsOf(typed: string | undefined): TaskWords | null {
  return typed === undefined || typed.trim() === '' ? null : [patternOf(typed), typed.trim()];
}

/** A case number is typed in groups as it is printed. */
export function patternOf(typed: string): string {
  const words = /^[\d\s]+$/.test(typed) ? typed.replaceAll(/\s/g, '') : typed.trim();
  return `%${words.replace(/[\\%_]/g, '\\$&')}%`;
}
