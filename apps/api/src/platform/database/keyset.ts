import { DomainError } from '@onewindow/domain';

type Key = string | number | boolean;

/**
 * The cursor of a keyset page: the sort key of its last row, opaque to the client.
 * @param keys values of the sort columns in their order; instants as ISO strings
 */
export function encodeCursor(keys: readonly Key[]): string {
  return Buffer.from(JSON.stringify(keys)).toString('base64url');
}

/**
 * Reads a cursor back. Types must match `shape` exactly: the values go into SQL parameters.
 * @param shape sample types of the keys, such as `['boolean', 'string']`
 * @throws DomainError (`request.cursor-invalid`, 400)
 */
export function decodeCursor(cursor: string, shape: readonly ('string' | 'number' | 'boolean')[]): Key[] {
  try {
    const keys: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (
      Array.isArray(keys) &&
      keys.length === shape.length &&
      keys.every((key, i) => typeof key === shape[i] && !String(key).includes('\0'))
    ) {
      return keys as Key[];
    }
  } catch {
    // Not ours: falls through to the one refusal below.
  }
  throw new DomainError({ code: 'request.cursor-invalid', title: '翻页位置无效。回到第一页。', kind: 'invalid' });
}

/** Splits `limit + 1` rows into a page and the cursor of the next one. */
export function pageOf<Row>(
  rows: readonly Row[],
  limit: number,
  keyOf: (row: Row) => readonly Key[],
): { rows: Row[]; nextCursor: string | null } {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { rows: shown, nextCursor: rows.length > limit && last !== undefined ? encodeCursor(keyOf(last)) : null };
}
