import { useState } from 'react';
import { Button } from '../actions/button.js';
import { announce } from '../feedback/announcer.js';
import { allPages, saveWorkbook, type SheetColumn, type SheetPage } from '../format/workbook.js';

export interface ExportButtonProps<T> {
  /** Of the sheet and the file. */
  title: string;
  columns: readonly SheetColumn<T>[];
  /** Reads the list as it is filtered now; null is the first page. */
  page: (cursor: string | null) => Promise<SheetPage<T>>;
  /** There is nothing to export. */
  disabled?: boolean;
  /** What rows are counted in. */
  unit?: '件' | '人' | '条' | '份';
}

type Doing = { kind: 'idle' } | { kind: 'running'; done: number } | { kind: 'failed' };

/** 导出: all that the list finds, as xlsx. How far it is and that it failed stand on the button itself. */
export function ExportButton<T>({ title, columns, page, disabled = false, unit = '件' }: ExportButtonProps<T>) {
  const [doing, setDoing] = useState<Doing>({ kind: 'idle' });
  async function run() {
    setDoing({ kind: 'running', done: 0 });
    try {
      const rows = await allPages(page, (done) => setDoing({ kind: 'running', done }));
      await saveWorkbook(title, columns, rows);
      setDoing({ kind: 'idle' });
      announce(`已导出 ${rows.length} ${unit}，在下载里。`);
    } catch {
      setDoing({ kind: 'failed' });
      announce('没有导出。再按一次。');
    }
  }
  const labels = {
    idle: () => '导出',
    running: () => (doing.kind === 'running' && doing.done > 0 ? `正在导出 ${doing.done}` : '正在导出'),
    failed: () => '没有导出，再试',
  } satisfies Record<Doing['kind'], () => string>;
  return (
    <Button
      size="small"
      label={labels[doing.kind]()}
      kind={doing.kind === 'failed' ? 'danger' : 'normal'}
      disabled={disabled}
      busy={doing.kind === 'running'}
      onClick={() => void run()}
    />
  );
}
