import { TASK_STATUS_LABELS, type IsoDate } from '@onewindow/domain';
import { ExportButton, FilterChip, formatCaseSerial, formatMoment, KeyHints, ListRow, MessageBar, TwoLines } from '@onewindow/ui';
import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import { useRowHeight } from '../../app/heights.js';
import { ListStates } from '../../app/list-states.js';
import { VirtualList } from '../../app/virtual-list.js';
import { SearchField, type TaskOutcome } from '../desk/index.js';
import { DONE_COLUMNS, donePage, endWords } from './done-sheet.js';
import type { DoneRow } from './done.queries.js';

const HINTS = [
  [['J', 'K'], '上下'],
  [['Enter'], '打开'],
] as const;

export interface DoneListProps {
  q: string;
  onSearch: (q: string) => void;
  list: UseInfiniteQueryResult;
  rows: readonly DoneRow[];
  cursor: string | null;
  openId: string | undefined;
  today: IsoDate;
  onOpen: (id: string) => void;
  outcome: TaskOutcome | null;
  onCloseOutcome: () => void;
}

/** The left column of 我的已办: newest first, with when and how each ended. */
export function DoneList({ q, onSearch, list, rows, cursor, openId, today, onOpen, outcome, onCloseOutcome }: DoneListProps) {
  const rowHeight = useRowHeight('queue');
  return (
    <>
      <div className="bo-tabs">
        <h2 className="bo-tab bo-tab-on">我的已办</h2>
        <span className="bo-tabs-end">最近在前</span>
      </div>
      <div className="bo-queue-filters" role="search">
        {q ? <FilterChip label={`“${q}”`} onRemove={() => onSearch('')} /> : <span className="ow-secondary ow-small">全部</span>}
        <SearchField value={q} onSearch={onSearch} placeholder="编号、名称、事项" />
      </div>
      <ListStates
        list={list}
        label="已办"
        rowHeight={rowHeight}
        rows={12}
        blocks={1}
        empty={rows.length > 0 ? null : q ? `没有找到“${q}”。` : '还没有办过的件。'}
        link={q ? { label: '清除筛选', onOpen: () => onSearch('') } : undefined}
      />
      <VirtualList
        items={rows}
        keyOf={({ id }) => id}
        rowHeight={rowHeight}
        label="我的已办"
        focusIndex={rows.findIndex(({ id }) => id === cursor)}
        hasMore={list.hasNextPage}
        loading={list.isFetchingNextPage}
        onMore={() => void list.fetchNextPage()}
        renderRow={(row) => {
          const outcomeOfRow = endWords(row);
          return (
            <ListRow
              label={`${row.title}，${row.itemName}`}
              focused={row.id === cursor}
              current={row.id === openId}
              onOpen={() => onOpen(row.id)}
            >
              <TwoLines
                first={row.title}
                second={
                  <span className="bo-queue-second">
                    <span className="bo-queue-item">
                      {row.stepName}·{row.itemName}
                    </span>
                    <span>·{formatCaseSerial(row.caseNo).replace('…', '')}</span>
                  </span>
                }
                strong={row.id === cursor}
              />
              <span className="bo-done-end">
                <span className={outcomeOfRow ? `bo-done-${outcomeOfRow.tone}` : undefined}>
                  {outcomeOfRow?.words ?? TASK_STATUS_LABELS[row.status]}
                </span>
                <time dateTime={row.doneAt}>{formatMoment(row.doneAt, today)}</time>
              </span>
            </ListRow>
          );
        }}
      />
      <div className="bo-bars">
        {outcome ? (
          <MessageBar kind="done" onClose={onCloseOutcome}>
            {outcome.words}
          </MessageBar>
        ) : null}
      </div>
      <div className="bo-queue-foot">
        <KeyHints hints={HINTS} />
        <span className="bo-spacer" />
        <ExportButton title="我的已办" columns={DONE_COLUMNS} page={(cursor) => donePage(q, cursor)} disabled={rows.length === 0} />
      </div>
    </>
  );
}
