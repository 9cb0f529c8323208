import type { IsoDate } from '@onewindow/domain';
import { Clock, ExportButton, FilterChip, formatCount, formatMoment, KeyHints, ListRow } from '@onewindow/ui';
import { Checkbox } from 'antd';
import type { ReactNode } from 'react';
import { useRowHeight } from '../../app/heights.js';
import { ListStates } from '../../app/list-states.js';
import { VirtualList } from '../../app/virtual-list.js';
import { SearchField } from '../desk/index.js';
import { type BoardFilter, listTitle } from './board-filter.js';
import { boardColumns, boardPage } from './board-sheet.js';
import type { BoardTask } from './department-board.queries.js';
import type { BoardWork } from './use-board-work.js';

const HINTS = [
  [['J', 'K'], '上下'],
  [['X'], '选中'],
  [['Ctrl+A'], '全选'],
  [['Enter'], '看办件'],
] as const;

export interface BoardListProps {
  work: BoardWork;
  filter: BoardFilter;
  onFilter: (filter: BoardFilter) => void;
  nameOf: (staffId: string) => string;
  today: IsoDate;
  onOpen: (id: string) => void;
  messages: ReactNode;
  actions: ReactNode;
}

/** The tasks behind a number of the board, worst first; what was done today, newest first. */
export function BoardList({ work, filter, onFilter, nameOf, today, onOpen, messages, actions }: BoardListProps) {
  const { list, load, rows, selected } = work;
  const rowHeight = useRowHeight('list');
  const isDone = filter.scope === 'done';
  const title = listTitle(filter, nameOf);
  const more = list.hasNextPage ? '+' : '';
  return (
    <section className="bo-stalled-list" aria-label="看板所数的件">
      <div className="ow-pane-head bo-stalled-head">
        <h2>
          {title} {load.isPending || load.error ? '' : `${formatCount(rows.length)}${more}`}
        </h2>
        {filter.q ? <FilterChip label={`“${filter.q}”`} onRemove={() => onFilter({ ...filter, q: '' })} /> : null}
        <span className="ow-small ow-secondary">{isDone ? '新近在前' : '最急在前'}</span>
        <span className="ow-pane-head-right">
          {selected.size > 0 ? <strong className="bo-selected">已选 {formatCount(selected.size)}</strong> : null}
          <SearchField value={filter.q} placeholder="编号、名称、事项" onSearch={(q) => onFilter({ ...filter, q })} />
          <ExportButton
            title={`部门看板 ${title}`}
            columns={boardColumns(filter.scope)}
            page={(cursor) => boardPage(filter, cursor)}
            disabled={rows.length === 0}
          />
        </span>
      </div>
      <div className="bo-stalled-columns">
        <Checkbox
          aria-label="全选列出的"
          checked={rows.length > 0 && selected.size === rows.length}
          indeterminate={selected.size > 0 && selected.size < rows.length}
          disabled={rows.length === 0 || isDone}
          onChange={selected.size > 0 ? work.clear : work.selectShown}
        />
        <Columns isDone={isDone} />
      </div>
      <ListStates
        list={load}
        label="办件"
        rowHeight={rowHeight}
        rows={8}
        blocks={4}
        empty={rows.length > 0 ? null : emptyWords(filter, title)}
      />
      <VirtualList
        items={rows}
        keyOf={({ id }) => id}
        rowHeight={rowHeight}
        label="看板所数的件"
        focusIndex={rows.findIndex(({ id }) => id === work.at)}
        hasMore={list.hasNextPage}
        loading={list.isFetchingNextPage}
        onMore={() => void list.fetchNextPage()}
        renderRow={(row) => (
          <BoardRow
            row={row}
            isDone={isDone}
            today={today}
            focused={row.id === work.at}
            checked={selected.has(row.id)}
            onCheck={(withShift) => work.check(row.id, withShift)}
            onOpen={() => onOpen(row.id)}
          />
        )}
      />
      <div className="bo-bars">{messages}</div>
      <div className="bo-stalled-foot">
        <KeyHints hints={HINTS} />
        <span className="bo-spacer" />
        {actions}
      </div>
    </section>
  );
}

function emptyWords(filter: BoardFilter, title: string): string {
  if (filter.q) return `没有找到“${filter.q}”。`;
  return filter.scope === 'pool' && filter.light === null ? '部门池里没有待签收的办件。' : `${title}：没有办件。`;
}

interface BoardRowProps {
  row: BoardTask;
  isDone: boolean;
  today: IsoDate;
  focused: boolean;
  checked: boolean;
  onCheck: (withShift: boolean) => void;
  onOpen: () => void;
}

function BoardRow({ row, isDone, today, focused, checked, onCheck, onOpen }: BoardRowProps) {
  const paused = row.light === 'paused';
  const since = row.doneAt ?? row.claimedAt ?? row.pooledAt;
  return (
    <ListRow
      label={`${row.itemName} ${row.title}`}
      focused={focused}
      checked={checked}
      onOpen={onOpen}
      {...(isDone ? { uncheckable: '已办完' } : { onCheck: (_checked: boolean, withShift: boolean) => onCheck(withShift) })}
    >
      <span className="bo-board-row">
        <span className="bo-cut">
          <span className="bo-stalled-item">{row.itemName}</span> <span className="ow-secondary">{row.title}</span>
        </span>
        <span className="bo-cut">{row.stepName}</span>
        <span className="bo-cut">{row.holder?.name ?? '待签收'}</span>
        <span className="ow-secondary">{since ? formatMoment(since, today) : ''}</span>
        {isDone ? null : (
          <>
            <Clock clock={row.clocks.statutory} paused={paused} width="narrow" />
            <Clock clock={row.clocks.promised} paused={paused} width="narrow" />
            <Clock clock={row.clocks.step} paused={paused} width="narrow" />
          </>
        )}
      </span>
    </ListRow>
  );
}

function Columns({ isDone }: { isDone: boolean }) {
  return (
    <span className="bo-board-row" aria-hidden="true">
      <span>办件</span>
      <span>环节</span>
      <span>承办人</span>
      <span>{isDone ? '办完' : '从何时起'}</span>
      {isDone ? null : (
        <>
          <span className="bo-stalled-clock">法定</span>
          <span className="bo-stalled-clock">承诺</span>
          <span className="bo-stalled-clock">环节</span>
        </>
      )}
    </span>
  );
}
