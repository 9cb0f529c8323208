/** @jest-environment jsdom */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { act } from 'react';
import { renderHook, type RenderedHook } from '../../../test/render-hook.js';
import { type OpenRow, useOpenRow } from './use-open-row.js';
import type { WaitingRow } from './waiting-rows.js';

const rowOf = (key: string) => ({ key, kind: 'deferred', by: '2026-11-23' }) as WaitingRow;
const [A, B, C, D] = [rowOf('a'), rowOf('b'), rowOf('c'), rowOf('d')];

describe('the row that is open', () => {
  let rows: readonly WaitingRow[];
  let asked: string | null;
  let of: string;
  let open: RenderedHook<OpenRow>;
  const list = (next: readonly WaitingRow[]) => {
    rows = next;
    open.again();
  };

  beforeEach(() => {
    rows = [A, B, C];
    asked = null;
    of = '';
    open = renderHook(() => useOpenRow(rows, asked, false, of));
  });
  afterEach(() => open.unmount());

  it('is the first, and stays it when an earlier one comes', () => {
    expect(open.now().row).toBe(A);
    list([D, A, B, C]);
    expect(open.now().row).toBe(A);
  });

  it('gives way to none when a colleague has taken it in: the next key means nobody else’s paper', () => {
    list([B, C]);
    expect(open.now()).toMatchObject({ row: null, isGone: true, stays: false });
    expect(open.now().beside(1)).toBe(B);
  });

  it('of those in the address goes the same way, and its neighbours are next', () => {
    asked = 'b';
    open.again();
    list([A, C]);
    expect(open.now()).toMatchObject({ row: null, isGone: true });
    expect([open.now().beside(1), open.now().beside(-1)]).toEqual([C, A]);
    asked = 'c';
    open.again();
    expect(open.now()).toMatchObject({ row: C, isGone: false });
  });

  it('stays beside the list while something is being written about it, until it is put away', () => {
    act(() => open.now().setWriting(true));
    list([B, C]);
    expect(open.now()).toMatchObject({ row: A, stays: true, isGone: false });
    act(() => open.now().setWriting(false));
    expect(open.now()).toMatchObject({ row: null, stays: false });
  });

  it('is the first again under other filters', () => {
    of = 'kind=deferred';
    list([B, C]);
    expect(open.now()).toMatchObject({ row: B, isGone: false });
    // Nothing of the filters before is left when their rows come back.
    of = '';
    list([D, A, B, C]);
    expect(open.now().row).toBe(D);
  });
});
