import { describe, expect, it } from '@jest/globals';
import { keepPlaces, letGo, type Kept } from './held-rows.js';
import { moveCursor, nextAfter, nextToDo } from './queue-cursor.js';

const ids = ['a', 'b', 'c'];

describe('moveCursor', () => {
  it('moves and stops at both ends', () => {
    expect(moveCursor(ids, 'a', 1)).toBe('b');
    expect(moveCursor(ids, 'c', 1)).toBe('c');
    expect(moveCursor(ids, 'a', -1)).toBe('a');
  });

  it('starts at the first when nothing is chosen or the chosen one has left', () => {
    expect(moveCursor(ids, null, 1)).toBe('a');
    expect(moveCursor(ids, 'gone', -1)).toBe('a');
    expect(moveCursor([], 'a', 1)).toBeNull();
  });

  it('goes on from the place of one that has left', () => {
    expect(moveCursor(ids, 'gone', 1, 1)).toBe('b');
    expect(moveCursor(ids, 'gone', -1, 1)).toBe('a');
    expect(moveCursor(ids, 'gone', 1, 3)).toBe('c');
    expect(moveCursor(ids, 'gone', -1, 0)).toBe('a');
  });
});

describe('nextAfter', () => {
  it('opens the one below, at the end the one above', () => {
    expect(nextAfter(ids, 'b')).toBe('c');
    expect(nextAfter(ids, 'c')).toBe('b');
  });

  it('has nothing to open after the last', () => {
    expect(nextAfter(['a'], 'a')).toBeNull();
  });

  it('opens the worst when the done task was not in the list', () => {
    expect(nextAfter(ids, 'x')).toBe('a');
  });
});

describe('nextToDo', () => {
  it('takes the most urgent of what is in hand, wherever one was', () => {
    expect(nextToDo('mine', ids, 'b')).toBe('a');
    expect(nextToDo('mine', ids, 'a')).toBe('b');
    expect(nextToDo('mine', ['a'], 'a')).toBeNull();
  });

  it('goes on down the pool', () => expect(nextToDo('pool', ids, 'b')).toBe('c'));
});

describe('keepPlaces (R5.4)', () => {
  const rowsOf = (...names: string[]) => names.map((id) => ({ id }));
  const names = (kept: Kept<{ id: string }>) => kept.shown.map(({ id }) => id).join('');
  const [a, b, c, d] = ['a', 'b', 'c', 'd'];
  const start = (at: string): Kept<{ id: string }> =>
    keepPlaces({ of: 'pool', shown: [], own: new Set(), place: -1 }, { of: 'pool', rows: rowsOf(a, b, c, d), held: new Set([at]), at });

  it('keeps the row under the cursor in its place when a colleague takes it, and lets the others go', () => {
    const taken = keepPlaces(start(b), { of: 'pool', rows: rowsOf(c, d), held: new Set([b]), at: b });
    expect(names(taken)).toBe('bcd');
    const more = keepPlaces(taken, { of: 'pool', rows: rowsOf('x', c, d), held: new Set([b]), at: b });
    expect(names(more)).toBe('bxcd');
    const moved = keepPlaces(more, { of: 'pool', rows: rowsOf('x', c, d), held: new Set([c]), at: c });
    expect([names(moved), moved.place]).toEqual(['xcd', 1]);
  });

  it('keeps what is ticked, each after the one above it', () => {
    const held = new Set([b, c]);
    const taken = keepPlaces(start(a), { of: 'pool', rows: rowsOf(a, d), held, at: a });
    expect(names(taken)).toBe('abcd');
  });

  it('lets go what one has dealt with oneself, and remembers the place; a later theft is told again', () => {
    const own = letGo(start(b), [b]);
    const done = keepPlaces(own, { of: 'pool', rows: rowsOf(a, c, d), held: new Set([b]), at: b });
    expect([names(done), done.place]).toEqual(['acd', 1]);
    const back = keepPlaces(done, { of: 'pool', rows: rowsOf(a, b, c, d), held: new Set([b]), at: b });
    const stolen = keepPlaces(back, { of: 'pool', rows: rowsOf(a, c, d), held: new Set([b]), at: b });
    expect(names(stolen)).toBe('abcd');
  });

  it('starts anew with other filters, and is the same as long as nothing changes', () => {
    const kept = start(b);
    expect(keepPlaces(kept, { of: 'pool', rows: kept.shown, held: new Set([b]), at: b })).toBe(kept);
    expect(names(keepPlaces(kept, { of: 'mine', rows: rowsOf(d), held: new Set([b]), at: b }))).toBe('d');
  });
});
