import { describe, expect, it } from '@jest/globals';
import { toggleOne } from './selection.js';
import { cursorAfter, followRows, NO_ROWS, type RowsNow, type TickedRows } from './ticked-rows.js';

const list = (rows: string, more: Partial<RowsNow> = {}): RowsNow => ({ of: 'all', ids: [...rows], isOwn: true, hasMore: false, ...more });
const tick = (kept: TickedRows, ids: string): TickedRows => ({ ...kept, selection: [...ids].reduce(toggleOne, kept.selection) });
const ticked = ({ selection }: TickedRows) => [...selection.ids].join('');
const begun = followRows(NO_ROWS, list('abcd'));

describe('the row where the keys act', () => {
  it('is the first, and stays it when an earlier one comes', () => {
    expect(begun.cursor).toBe('a');
    expect(followRows(begun, list('xabcd'))).toMatchObject({ cursor: 'a', place: 1 });
  });

  it('stays one that has left, and remembers where it stood: no other takes its place unasked', () => {
    const at = followRows({ ...begun, cursor: 'c' }, list('abcd'));
    expect(followRows(at, list('abd'))).toMatchObject({ cursor: 'c', place: 2 });
  });

  it('is kept under another filter that finds it too, and otherwise the first', () => {
    const at = followRows({ ...begun, cursor: 'c' }, list('abcd'));
    expect(followRows(at, list('xc', { of: 'red' })).cursor).toBe('c');
    expect(followRows(at, list('xy', { of: 'red' })).cursor).toBe('x');
  });

  it('waits for the rows of its own filter', () => {
    const at = followRows({ ...begun, cursor: 'c' }, list('abcd'));
    const waiting = followRows(at, list('', { of: 'red', isOwn: false }));
    expect(waiting).toMatchObject({ cursor: 'c', place: 2 });
    expect(followRows(waiting, list('xy', { of: 'red' })).cursor).toBe('x');
  });

  it('is the same as long as nothing changes', () => expect(followRows(begun, list('abcd'))).toBe(begun));
});

describe('what is ticked', () => {
  it('loses what has left the list: the case that somebody works on is not taken away', () => {
    expect(ticked(followRows(tick(begun, 'bc'), list('acd')))).toBe('c');
  });

  it('keeps what was never listed, as the whole filter has it', () => {
    expect(ticked(followRows(tick(begun, 'bz'), list('acd')))).toBe('z');
  });

  it('keeps what was only pushed beyond what is fetched', () => {
    const more = { hasMore: true };
    expect(ticked(followRows(tick(begun, 'bd'), list('xabc', more)))).toBe('bd');
    expect(ticked(followRows(tick(begun, 'bd'), list('xacd', more)))).toBe('d');
  });

  it('is nothing under another filter, also by a step back in the browser', () => {
    const other = followRows(tick(begun, 'bc'), list('abcd', { of: 'red', isOwn: false }));
    expect(ticked(other)).toBe('');
    // What the new filter was asked for whole may be known before its rows.
    expect(ticked(followRows(tick(other, 'yz'), list('xy', { of: 'red' })))).toBe('yz');
  });
});

describe('the cursor after rows that the own hand dealt with', () => {
  it.each([
    ['goes to the next one that stays', 'b', 'bc', 'd'],
    ['goes back where none follows', 'd', 'bd', 'c'],
    ['stays on another row', 'a', 'bc', 'a'],
    ['stays where no other row is', 'b', 'abcd', 'b'],
    ['waits on no row that has already left', 'x', 'x', 'x'],
    ['stays nowhere', null, 'a', null],
  ])('%s', (_, cursor, taken, next) => {
    expect(cursorAfter([...'abcd'], cursor, [...taken])).toBe(next);
  });
});
