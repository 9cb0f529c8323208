import { FilterChip, formatCount, KeyHints, MessageBar } from '@onewindow/ui';
import { Checkbox } from 'antd';
import type { ReactNode } from 'react';
import { useRowHeight } from '../../app/heights.js';
import { ListStates } from '../../app/list-states.js';
import { ProblemBar } from '../../app/problem-bar.js';
import { VirtualList } from '../../app/virtual-list.js';
import { SearchField } from '../desk/index.js';
import { useSession } from '../session/index.js';
import { emptyWords, type FilterInForce, type StalledFilter } from './stalled-filter.js';
import { StalledColumns, StalledListRow } from './stalled-row.js';
import type { StalledWork } from './use-stalled-work.js';

const HINTS = [
  [['J', 'K'], '上下'],
  [['X'], '选中'],
  [['Shift+X'], '连选'],
  [['Ctrl+A'], '全选筛选结果'],
] as const;

export interface StalledListProps {
  work: StalledWork;
  filter: StalledFilter;
  onFilter: (filter: StalledFilter) => void;
  inForce: readonly FilterInForce[];
  /** What came of each in the batch that the dock shows; null without one. */
  outcomeOf: ((taskId: string) => { words: string; tone: 'green' | 'red' | 'neutral' } | null) | null;
  onOpen: (id: string) => void;
  messages: ReactNode;
  actions: ReactNode;
}

/** 停滞办件: longest first, chosen by keys, with the filters in force as chips. */
export function StalledList(props: StalledListProps) {
  const { work, filter, onFilter, outcomeOf, onOpen } = props;
  const { list, load, rows, total, selected } = work;
  const rowHeight = useRowHeight('list');
  const allSelected = total !== undefined && total > 0 && selected.size >= total;
  return (
    <section className="bo-stalled-list" aria-label="停滞办件">
      <StalledHead {...props} />
      <div className="bo-stalled-columns">
        <Checkbox
          aria-label="全选筛选结果"
          checked={allSelected}
          indeterminate={selected.size > 0 && !allSelected}
          disabled={!total}
          onChange={selected.size > 0 ? work.clear : work.selectWhole}
        />
        <StalledColumns withOutcome={outcomeOf !== null} />
      </div>
      <ListStates
        list={load}
        label="停滞办件"
        rowHeight={rowHeight}
        rows={10}
        blocks={4}
        empty={rows.length > 0 ? null : emptyWords(filter)}
        link={
          filter.minStalled > 0
            ? { label: filter.q ? '在全部在办里找' : '看全部在办', onOpen: () => onFilter({ ...filter, minStalled: 0 }) }
            : undefined
        }
      />
      <VirtualList
        items={rows}
        keyOf={({ id }) => id}
        rowHeight={rowHeight}
        label="停滞办件"
        focusIndex={rows.findIndex(({ id }) => id === work.at)}
        hasMore={list.hasNextPage}
        loading={list.isFetchingNextPage}
        onMore={() => void list.fetchNextPage()}
        renderRow={(row) => (
          <StalledListRow
            row={row}
            focused={row.id === work.at}
            checked={selected.has(row.id)}
            withOutcome={outcomeOf !== null}
            outcome={outcomeOf?.(row.id) ?? null}
            onCheck={(withShift) => work.check(row.id, withShift)}
            onOpen={() => onOpen(row.id)}
          />
        )}
      />
      <div className="bo-bars">
        <SelectionMessages work={work} />
        {props.messages}
      </div>
      <div className="bo-stalled-foot">
        <KeyHints hints={HINTS} />
        <span className="bo-spacer" />
        {props.actions}
      </div>
    </section>
  );
}

function StalledHead({ work, filter, onFilter, inForce }: StalledListProps) {
  const { stalledAfter } = useSession().thresholds;
  return (
    <div className="ow-pane-head bo-stalled-head">
      <h2>
        {filter.minStalled > 0 ? '停滞办件' : '在办件'} {work.total === undefined ? '' : formatCount(work.total)}
      </h2>
      {inForce.map((one) => (
        <FilterChip key={one.key} label={one.label} onRemove={() => onFilter(one.without)} />
      ))}
      {filter.minStalled === 0 ? (
        <FilterChip label="只看停滞" pressed={false} onToggle={() => onFilter({ ...filter, minStalled: stalledAfter })} />
      ) : null}
      <span className="ow-small ow-secondary">最久在前</span>
      <span className="ow-pane-head-right">
        {work.selected.size > 0 ? <strong className="bo-selected">已选 {formatCount(work.selected.size)}</strong> : null}
        <SearchField value={filter.q} placeholder="编号、名称、承办人" onSearch={(q) => onFilter({ ...filter, q })} />
      </span>
    </div>
  );
}

function SelectionMessages({ work: { whole, found, selectWhole, selected } }: { work: StalledWork }) {
  return (
    <>
      {whole.error ? <ProblemBar problem={whole.error} onRetry={selectWhole} onClose={whole.reset} /> : null}
      {found && found.total > found.ids.length && selected.size > 0 ? (
        <MessageBar kind="conflict">
          {`筛选出 ${formatCount(found.total)} 件，一次最多选 ${formatCount(found.ids.length)} 件。其余缩小筛选后再选。`}
        </MessageBar>
      ) : null}
    </>
  );
}
