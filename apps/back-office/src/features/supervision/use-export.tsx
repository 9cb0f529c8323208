import { problemOf } from '@onewindow/api-client';
import type { Batch } from '@onewindow/contracts';
import { MessageBar, SlowProgress } from '@onewindow/ui';
import { useState, type ReactNode } from 'react';
import { ProblemBar } from '../../app/problem-bar.js';
import { exportBatch, exportStalled } from './exports.js';
import type { StalledFilter } from './stalled-filter.js';

type ExportState =
  | { kind: 'idle' }
  | { kind: 'running'; done: number; total: number }
  | { kind: 'done'; rows: number }
  | { kind: 'failed'; problem: ReturnType<typeof problemOf> };

/** Exports as xlsx, one at a time, and what to say about it. */
export function useExport(): {
  stalled: (filter: StalledFilter) => void;
  batch: (batch: Batch) => void;
  busy: boolean;
  message: ReactNode;
} {
  const [state, setState] = useState<ExportState>({ kind: 'idle' });
  const busy = state.kind === 'running';

  async function run(work: (onProgress: (done: number, total: number) => void) => Promise<void>) {
    let rows = 0;
    setState({ kind: 'running', done: 0, total: 0 });
    try {
      await work((done, total) => {
        rows = done;
        setState({ kind: 'running', done, total });
      });
      setState({ kind: 'done', rows });
    } catch (error) {
      setState({ kind: 'failed', problem: problemOf(error) });
    }
  }
  const close = () => setState({ kind: 'idle' });
  const messages: Record<ExportState['kind'], () => ReactNode> = {
    idle: () => null,
    running: () => (state.kind === 'running' ? <SlowProgress doing="正在导出" done={state.done} total={state.total} /> : null),
    done: () => (
      <MessageBar kind="done" onClose={close}>
        {state.kind === 'done' && state.rows > 0 ? `已导出 ${state.rows} 件，在下载里。` : '已导出，在下载里。'}
      </MessageBar>
    ),
    failed: () => (state.kind === 'failed' ? <ProblemBar problem={state.problem} onClose={close} /> : null),
  };
  return {
    stalled: (filter) => (busy ? undefined : void run((onProgress) => exportStalled(filter, onProgress))),
    batch: (batch) => (busy ? undefined : void run(() => exportBatch(batch))),
    busy,
    message: messages[state.kind](),
  };
}
