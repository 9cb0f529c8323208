import { describe, expect, it } from '@jest/globals';
import { laneColumns } from './lanes.js';
import type { RouteNode } from './layout.js';

const node = (key: string, after: string[] = [], state: RouteNode['state'] = 'future'): RouteNode => ({ key, title: key, state, after });
const drawn = (nodes: RouteNode[]) =>
  laneColumns(nodes).map(({ lanes, edges }) => [
    lanes.map(({ key, isThrough }) => (isThrough ? `-${key}` : key)).join(' '),
    edges.map(({ from, to }) => `${from}-${to}`).join(' '),
  ]);

describe('laneColumns', () => {
  it('joins parallel steps', () => {
    expect(drawn([node('a'), node('b', ['a']), node('c', ['a']), node('d', ['b', 'c'])])).toEqual([
      ['a', ''],
      ['b c', '0-0 0-1'],
      ['d', '0-0 1-0'],
    ]);
  });

  it('keeps branches apart, and lets a line pass the columns that it crosses', () => {
    expect(drawn([node('a'), node('b', ['a']), node('p', ['a']), node('q', ['p']), node('d', ['b', 'q'])])).toEqual([
      ['a', ''],
      ['b p', '0-0 0-1'],
      ['-b>d q', '1-1 0-0'],
      ['d', '0-0 1-0'],
    ]);
  });

  it('leaves out what follows from other lines, and survives a circle', () => {
    expect(drawn([node('a'), node('b', ['a']), node('d', ['a', 'b'])])).toEqual([
      ['a', ''],
      ['b', '0-0'],
      ['d', '0-0'],
    ]);
    expect(laneColumns([node('a', ['b']), node('b', ['a'])]).flatMap(({ lanes }) => lanes)).toHaveLength(2);
    expect(laneColumns([])).toEqual([]);
  });

  it('knows which lines have been walked', () => {
    const columns = laneColumns([node('a', [], 'done'), node('b', ['a'], 'open'), node('c', ['a'])]);
    expect(columns[1]?.edges.map(({ reached }) => reached)).toEqual([true, false]);
  });
});
