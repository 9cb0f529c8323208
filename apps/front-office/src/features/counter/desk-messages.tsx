import type { ProblemError } from '@onewindow/api-client';
import type { ItemDefinition } from '@onewindow/contracts';
import type { FormClash } from '@onewindow/domain';
import { MessageBar, vault } from '@onewindow/ui';
import { useConnection } from '../../app/connection.js';
import { FormConflict } from '../form/index.js';
import type { WriterSnapshot } from './case-writer.js';
import type { CounterAction } from './use-case-commands.js';

export interface DeskMessagesProps {
  unsent: WriterSnapshot;
  refused: { action: CounterAction; problem: ProblemError } | null;
  /** The case could not be read anew. */
  read: { message: string } | null;
  onReload: () => void;
  form: ItemDefinition['form'];
  /** After a conflict: what both changed; null while the newest is read. */
  compared: { clashes: readonly FormClash[]; mine: number } | null;
  /** Fields in which the clerk's value stands; null drops the clerk's changes. */
  onResolve: (mine: ReadonlySet<string> | null) => void;
  onRetry: () => void;
  onClose: () => void;
}

/** What went wrong, above the bar whose button was pressed; nothing disappears by itself. */
export function DeskMessages({ unsent, refused, read, form, compared, onReload, onResolve, onRetry, onClose }: DeskMessagesProps) {
  const conflict = unsent.state === 'conflict' ? unsent.problem : null;
  const { awaySince } = useConnection();
  // While the server is gone the line at the top says so, once for the whole screen.
  const held = (unsent.state === 'offline' && awaySince === null) || unsent.state === 'refused' ? unsent.problem : null;
  // A command that failed only because the draft behind it could not be saved is told by the draft's own message.
  const command = refused && refused.problem !== unsent.problem ? refused.problem : null;
  if (!conflict && !held && !command && !read) return null;
  return (
    <div className="fo-desk-messages">
      {conflict ? (
        <FormConflict
          message={conflict.message}
          form={form}
          compared={compared}
          onDrop={() => onResolve(null)}
          onMerge={(mine) => onResolve(mine)}
        />
      ) : null}
      {held ? (
        <MessageBar kind={unsent.state === 'offline' ? 'offline' : 'error'} onAction={onRetry} actionLabel="现在再存">
          {unsent.state === 'offline'
            ? `没有送到服务器。填的内容${vault.isLasting ? '已存本机' : '还在本页'}，恢复后自动送出。`
            : `没有保存：${held.message}${fieldWords(held)}`}
        </MessageBar>
      ) : null}
      {command ? <CommandMessage problem={command} onReload={onReload} onClose={onClose} /> : null}
      {read && !command && !conflict ? (
        <MessageBar kind="error" onAction={onReload}>
          {read.message}
        </MessageBar>
      ) : null}
    </div>
  );
}

function CommandMessage({ problem, onReload, onClose }: { problem: ProblemError; onReload: () => void; onClose: () => void }) {
  if (problem.status === 409) {
    return (
      <MessageBar
        kind="conflict"
        onAction={() => {
          onReload();
          onClose();
        }}
      >
        {problem.message}
      </MessageBar>
    );
  }
  return (
    <MessageBar kind={problem.outcomeUnknown ? 'offline' : 'error'} onClose={onClose}>
      {problem.message}
      {fieldWords(problem)}
    </MessageBar>
  );
}

/** The fields that the server names. */
function fieldWords(problem: ProblemError): string {
  const errors = problem.problem.errors ?? [];
  return errors.length === 0 ? '' : `（${errors.map((e) => e.message).join('；')}）`;
}
