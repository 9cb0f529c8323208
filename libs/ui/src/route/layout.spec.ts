import { describe, expect, it } from '@jest/globals';
import { routeColumns, type RouteNode } from './layout.js';

const node = (key: string, after: string[] = [], state: RouteNode['state'] = 'future'): RouteNode => ({ key, title: key, state, after });
const keys = (columns: RouteNode[][]) => columns.map((column) => column.map((n) => n.key));

describe('routeColumns', () => {
  it('puts parallel steps into one column between what is before and after them', () => {
    const nodes = [
      node('accept'),
      node('plan', ['accept']),
      node('fire', ['accept']),
      node('decide', ['plan', 'fire']),
      node('issue', ['decide']),
    ];
    expect(keys(routeColumns(nodes))).toEqual([['accept'], ['plan', 'fire'], ['decide'], ['issue']]);
  });

  it('waits for the longest way', () => {
    const nodes = [node('c', ['a', 'b']), node('b', ['a']), node('a')];
    expect(keys(routeColumns(nodes))).toEqual([['a'], ['b'], ['c']]);
  });

  it('ignores unknown predecessors and survives a circle', () => {
    expect(keys(routeColumns([node('a', ['gone'])]))).toEqual([['a']]);
    expect(routeColumns([node('a', ['b']), node('b', ['a'])]).flat()).toHaveLength(2);
    expect(routeColumns([])).toEqual([]);
  });
});
