/** The queue as it stands on the screen. */
export interface Kept<Row> {
  /** The filters it was read by: another queue starts anew. */
  of: string;
  shown: readonly Row[];
  /** What one has just dealt with oneself: it may leave without a word. */
  own: ReadonlySet<string>;
  /** Where the cursor stood last: it goes on from there once its row is gone. */
  place: number;
}

export interface QueueRead<Row> {
  of: string;
  /** As the server has them now, worst first. */
  rows: readonly Row[];
  /** The cursor, the open one, what is ticked: a colleague's hand does not take them from under one's own. */
  held: ReadonlySet<string>;
  at: string | null;
}

/**
 * R5.4: a row that is under the finger keeps its place when a colleague takes the work, so that the next key still means it and is answered with
 * who has it, instead of meaning the row that moved up. Whatever else has left the queue goes at once.
 * @returns `before` itself when nothing has changed
 */
export function keepPlaces<Row extends { id: string }>(before: Kept<Row>, { of, rows, held, at }: QueueRead<Row>): Kept<Row> {
  const fresh = before.of !== of;
  const here = new Set(rows.map(({ id }) => id));
  // Once it has left, a later theft of the same work is told again.
  const own = new Set(fresh ? [] : [...before.own].filter((id) => here.has(id)));
  const stays = (id: string) => held.has(id) && !before.own.has(id);
  const shown = fresh ? rows : withStaying(before.shown, rows, here, stays);
  const found = shown.findIndex(({ id }) => id === at);
  const place = found >= 0 ? found : fresh ? -1 : before.place;
  const same = !fresh && place === before.place && own.size === before.own.size && sameRows(shown, before.shown);
  return same ? before : { of, shown, own, place };
}

/** Own work may leave: it was dealt with here. */
export function letGo<Row extends { id: string }>(kept: Kept<Row>, ids: readonly string[]): Kept<Row> {
  return { ...kept, own: new Set([...kept.own, ...ids]) };
}

function withStaying<Row extends { id: string }>(
  shown: readonly Row[],
  rows: readonly Row[],
  here: ReadonlySet<string>,
  stays: (id: string) => boolean,
): readonly Row[] {
  if (!shown.some(({ id }) => !here.has(id) && stays(id))) return rows;
  const result = [...rows];
  let above: string | null = null;
  for (const row of shown) {
    if (here.has(row.id)) above = row.id;
    else if (stays(row.id)) {
      const after = above;
      result.splice(after === null ? 0 : result.findIndex(({ id }) => id === after) + 1, 0, row);
      above = row.id;
    }
  }
  return result;
}

function sameRows<Row>(one: readonly Row[], other: readonly Row[]): boolean {
  return one === other || (one.length === other.length && one.every((row, index) => row === other[index]));
}
