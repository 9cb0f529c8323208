import { formatCaseNo, MessageBar } from '@onewindow/ui';
import type { Outcome } from './use-hand-over.js';

/** What came of each result, failures first. Stays until it is put away. */
export function OutcomeList({ outcomes, onClose }: { outcomes: readonly Outcome[]; onClose: () => void }) {
  if (outcomes.length === 0) return null;
  const failed = outcomes.filter((o) => o.problem !== null);
  const done = outcomes.filter((o) => o.problem === null);
  return (
    <div className="fo-outcomes">
      {failed.map((o) => (
        <MessageBar key={o.caseId} kind={o.problem?.outcomeUnknown ? 'offline' : 'error'}>
          {failureWords(o)}
        </MessageBar>
      ))}
      {done.length > 0 ? (
        <MessageBar kind="done" onClose={onClose}>
          {`已交付 ${done.length} 件：${done.map((o) => o.name).join('、')}${done[0]?.place ? `。${done[0].place}` : ''}`}
        </MessageBar>
      ) : null}
    </div>
  );
}

/** A lost answer says neither yes nor no: the list of today does. */
function failureWords({ name, caseNo, problem }: Outcome): string {
  const what = `${name} ${formatCaseNo(caseNo)}`;
  if (problem?.outcomeUnknown) return `${what}：没有收到答复，可能已交付。看“今天已出”；不在其中的，再按一次交付。`;
  return `${what} 没有交付：${problem?.message ?? ''}`;
}
