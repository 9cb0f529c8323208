import { Button, Empty, ErrorState, formatTime, ListRow, Pane, SkeletonRows, SplitGrid, TwoLines, useKeys } from '@onewindow/ui';
import type { ReactNode } from 'react';

export interface SectionRow {
  readonly key: string;
  readonly first: string;
  readonly second: string;
  readonly right: ReactNode;
}

export interface SectionProps {
  title: string;
  order: string;
  rows: readonly SectionRow[];
  /** Where the keys act. */
  at: string | null;
  onAt: (key: string) => void;
  query: { isPending: boolean; error: unknown; errorUpdatedAt: number; refetch: () => unknown };
  more?: { has: boolean; busy: boolean; load: () => void };
  empty: string;
  /** Beside the list: the row that the keys are on. */
  children: ReactNode;
}

/** A list and, beside it, the one row that is looked at. */
export function Section({ title, order, rows, at, onAt, query, more, empty, children }: SectionProps) {
  const index = rows.findIndex(({ key }) => key === at);
  const move = (step: number) => {
    const next = rows[Math.max(0, Math.min(rows.length - 1, index + step))];
    if (next) onAt(next.key);
  };
  useKeys(
    {
      'J ArrowDown': { label: '下一件', run: () => move(1), repeat: true },
      'K ArrowUp': { label: '上一件', run: () => move(-1), repeat: true },
    },
    { title },
  );
  const list = (
    <Pane title={title} words={rows.length > 0 ? rows.length : undefined} right={order}>
      {query.isPending ? <SkeletonRows rows={8} rowHeight={50} blocks={1} label={title} /> : null}
      {query.error ? (
        <ErrorState onRetry={() => void query.refetch()}>没有取到列表，{formatTime(new Date(query.errorUpdatedAt))}。</ErrorState>
      ) : null}
      {!query.isPending && !query.error && rows.length === 0 ? <Empty>{empty}</Empty> : null}
      <div role="list">
        {rows.map((row) => (
          <ListRow key={row.key} label={row.first} height={50} focused={row.key === at} onOpen={() => onAt(row.key)}>
            <TwoLines first={row.first} second={row.second} strong={row.key === at} />
            <span className="bo-acceptance-right">{row.right}</span>
          </ListRow>
        ))}
      </div>
      {more?.has ? (
        <div className="bo-bars">
          <Button label="看更多" busy={more.busy} onClick={more.load} />
        </div>
      ) : null}
    </Pane>
  );
  return (
    <SplitGrid
      columns={[
        { key: 'list', label: title, width: [620, 820], content: list },
        { key: 'detail', label: '办件', width: 'rest', main: true, content: children },
      ]}
    />
  );
}
