import { describe, expect, it } from '@jest/globals';
import { extendTo, NOTHING, selectAll, toggleOne } from './selection.js';

const order = ['a', 'b', 'c', 'd'];
const chosen = (selection: { ids: ReadonlySet<string> }) => [...selection.ids].sort();

describe('selection', () => {
  it('ticks and unticks one row', () => {
    const one = toggleOne(NOTHING, 'b');
    expect(chosen(one)).toEqual(['b']);
    expect(chosen(toggleOne(one, 'b'))).toEqual([]);
  });

  it('extends in both directions from where it began', () => {
    expect(chosen(extendTo(toggleOne(NOTHING, 'b'), 'd', order))).toEqual(['b', 'c', 'd']);
    expect(chosen(extendTo(toggleOne(NOTHING, 'c'), 'a', order))).toEqual(['a', 'b', 'c']);
  });

  it('keeps the start over several extensions', () => {
    const first = extendTo(toggleOne(NOTHING, 'b'), 'c', order);
    expect(chosen(extendTo(first, 'a', order))).toEqual(['a', 'b', 'c']);
    expect(first.anchor).toBe('b');
  });

  it('ticks one row when there is no start, or when it has left the list', () => {
    expect(chosen(extendTo(NOTHING, 'b', order))).toEqual(['b']);
    expect(chosen(extendTo({ ids: new Set(['x']), anchor: 'x' }, 'b', order))).toEqual(['b', 'x']);
    expect(extendTo(NOTHING, 'x', order)).toBe(NOTHING);
  });

  it('takes the whole filter', () => {
    expect(chosen(selectAll(order))).toEqual(order);
    expect(selectAll([]).anchor).toBeNull();
  });
});
