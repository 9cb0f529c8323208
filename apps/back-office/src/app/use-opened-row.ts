import { announce, useKeys } from '@onewindow/ui';
import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import { moveCursor } from '../features/desk/index.js';
import { focusList } from './virtual-list.js';

export interface OpenedRowInput<Row> {
  /** Name of the list in the map of keys. */
  title: string;
  /** Address of the list; a row's own is below it. */
  path: string;
  /** The filter, kept while rows are opened. */
  search: string;
  rows: readonly Row[];
  /** The row of the address. */
  openId: string | undefined;
}

/** A list whose row is opened beside it by its address: the first opens by itself, J and K move, Enter opens. */
export function useOpenedRow<Row extends { id: string; title: string; itemName: string }>(input: OpenedRowInput<Row>) {
  const { title, path, search, rows, openId } = input;
  const navigate = useNavigate();
  const [cursor, setCursor] = useState<string | null>(openId ?? null);
  const ids = rows.map(({ id }) => id);
  const firstId = ids[0];
  const at = cursor ?? openId ?? firstId ?? null;
  const open = (id: string | null) => {
    setCursor(id);
    void navigate({ pathname: id ? `${path}/${id}` : path, search });
  };
  useEffect(() => {
    if (openId === undefined && firstId !== undefined) void navigate({ pathname: `${path}/${firstId}`, search }, { replace: true });
  }, [openId, firstId, navigate, path, search]);
  const move = (step: 1 | -1) => {
    const next = moveCursor(ids, at, step);
    setCursor(next);
    focusList();
    const row = rows.find(({ id }) => id === next);
    if (row) announce(`${row.title}，${row.itemName}`);
  };
  useKeys(
    {
      J: { label: '下一件', run: () => move(1), repeat: true },
      K: { label: '上一件', run: () => move(-1), repeat: true },
      Enter: { label: '打开', run: () => (at ? open(at) : false) },
    },
    { title },
  );
  return { at, ids, open, forget: () => setCursor(null) };
}
