import { Clock, formatCaseSerial, ListRow } from '@onewindow/ui';
import type { StalledRow } from './supervision.queries.js';

/** R5.7 in words: working days since somebody acted; on the day itself 今天. */
export const stalledWords = (days: number) => (days === 0 ? '今天' : `${days} 天`);

export interface StalledRowProps {
  row: StalledRow;
  focused: boolean;
  checked: boolean;
  /** What came of it in the batch that the dock shows. */
  outcome: { words: string; tone: 'green' | 'red' | 'neutral' } | null;
  /** A batch is shown: the column of its outcomes is there. */
  withOutcome: boolean;
  onCheck: (withShift: boolean) => void;
  onOpen: () => void;
}

/** One stalled case: how long, what, where, who, and the clocks. */
export function StalledListRow({ row, focused, checked, outcome, withOutcome, onCheck, onOpen }: StalledRowProps) {
  const paused = row.light === 'paused';
  return (
    <ListRow
      label={`${row.itemName} ${row.title}`}
      focused={focused}
      checked={checked}
      onCheck={(_checked, withShift) => onCheck(withShift)}
      onOpen={onOpen}
    >
      <span className={withOutcome ? 'bo-stalled bo-stalled-outcomes' : 'bo-stalled'}>
        <strong>{stalledWords(row.stalledDays)}</strong>
        <span className="bo-cut">
          <span className="bo-stalled-item">{row.itemName}</span> <span className="ow-secondary">{row.title}</span>
        </span>
        <span className="bo-wide-only ow-tertiary">{formatCaseSerial(row.caseNo)}</span>
        <span className="bo-cut">{row.department.shortName}</span>
        <span className="bo-cut">
          {row.stepName} {row.holder?.name ?? '待签收'}
        </span>
        <span className="bo-wide-only">
          <Clock clock={row.clocks.statutory} paused={paused} width="narrow" />
        </span>
        <Clock clock={row.clocks.promised} paused={paused} width="narrow" />
        <Clock clock={row.clocks.step} paused={paused} width="narrow" />
        {withOutcome ? <span className={`bo-outcome-${outcome?.tone ?? 'neutral'}`}>{outcome?.words ?? '未选'}</span> : null}
      </span>
    </ListRow>
  );
}

/** The heads over the rows. */
export function StalledColumns({ withOutcome }: { withOutcome: boolean }) {
  return (
    <span className={withOutcome ? 'bo-stalled bo-stalled-outcomes' : 'bo-stalled'} aria-hidden="true">
      <span>停滞</span>
      <span>办件</span>
      <span className="bo-wide-only">编号</span>
      <span>部门</span>
      <span>环节、承办人</span>
      <span className="bo-wide-only bo-stalled-clock">法定时限</span>
      <span className="bo-stalled-clock">承诺时限</span>
      <span className="bo-stalled-clock">环节时限</span>
      {withOutcome ? <span>结果</span> : null}
    </span>
  );
}
