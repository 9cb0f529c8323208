/** The beginning of a stream, and a way to the whole of it. */
export interface Head {
  readonly head: Buffer;
  /** True when the head is all there is. */
  readonly whole: boolean;
  /** Everything from the first byte; to be read once. */
  chunks(): AsyncIterable<Buffer>;
}

/**
 * Reads the beginning of a stream without losing it.
 * @param source chunks; what was not asked for stays unread
 * @param bytes how much at least, unless the stream is shorter
 */
export async function readHead(source: AsyncIterable<Buffer>, bytes: number): Promise<Head> {
  const iterator = source[Symbol.asyncIterator]();
  const parts: Buffer[] = [];
  let length = 0;
  let whole = false;
  while (length < bytes && !whole) {
    const next = await iterator.next();
    if (next.done) whole = true;
    else {
      parts.push(next.value);
      length += next.value.length;
    }
  }
  const [only] = parts;
  const head = parts.length === 1 && only ? only : Buffer.concat(parts);
  return { head, whole, chunks: () => all(head, whole ? null : iterator) };
}

async function* all(head: Buffer, rest: AsyncIterator<Buffer> | null): AsyncGenerator<Buffer> {
  yield head;
  if (rest) for await (const chunk of { [Symbol.asyncIterator]: () => rest }) yield chunk;
}
