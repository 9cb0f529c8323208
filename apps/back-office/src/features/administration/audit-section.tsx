import { shanghaiDateOf, shanghaiToday } from '@onewindow/domain';
import {
  Empty,
  ErrorState,
  ExportButton,
  FilterChip,
  formatDay,
  formatTime,
  formatTimeSeconds,
  ListRow,
  SkeletonRows,
  useNow,
} from '@onewindow/ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { useRowHeight } from '../../app/heights.js';
import { VirtualList } from '../../app/virtual-list.js';
import { AUDIT_COLUMNS, auditPage } from './audit-sheet.js';
import { auditQuery } from './administration.queries.js';

/** 审计记录: who did what, when, from where, newest first; pressed, an action filters. */
export function AuditSection() {
  const [params, setParams] = useSearchParams();
  const action = (params.get('action') ?? '').slice(0, 60);
  const today = shanghaiToday(useNow());
  const rowHeight = useRowHeight('list');
  const list = useInfiniteQuery(auditQuery(action));
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section className="bo-admin-list" aria-label="审计记录">
      <div className="ow-pane-head bo-admin-head">
        <h2>审计记录</h2>
        {action ? (
          <FilterChip label={rows[0]?.words ?? action} onRemove={() => setParams({})} />
        ) : (
          <span className="ow-small ow-secondary">点一种动作，只看这种</span>
        )}
        <span className="ow-pane-head-right">
          <ExportButton
            title="审计记录"
            columns={AUDIT_COLUMNS}
            page={(cursor) => auditPage(action, cursor)}
            disabled={rows.length === 0}
          />
        </span>
      </div>
      <div className="bo-audit bo-admin-columns" aria-hidden="true">
        <span>时间</span>
        <span>谁</span>
        <span>做了什么</span>
        <span>对谁、哪一件</span>
        <span>从哪里</span>
      </div>
      {list.error ? (
        <ErrorState onRetry={() => void list.refetch()}>没有取到审计记录，{formatTime(new Date(list.errorUpdatedAt))}。</ErrorState>
      ) : null}
      {list.isPending ? <SkeletonRows rows={12} rowHeight={rowHeight} blocks={2} label="审计记录" /> : null}
      {list.data && rows.length === 0 ? (
        <Empty {...(action ? { link: { label: '看全部', onOpen: () => setParams({}) } } : {})}>没有这样的记录。</Empty>
      ) : null}
      <VirtualList
        items={rows}
        keyOf={({ id }) => id}
        rowHeight={rowHeight}
        label="审计记录"
        hasMore={list.hasNextPage}
        loading={list.isFetchingNextPage}
        onMore={() => void list.fetchNextPage()}
        renderRow={(row) => (
          <ListRow label={row.words}>
            <span className="bo-audit">
              <time dateTime={row.at} className="ow-secondary">
                {`${formatDay(shanghaiDateOf(row.at), today)} ${formatTimeSeconds(row.at)}`}
              </time>
              <span>{row.actorName ?? '系统'}</span>
              <button type="button" className="ow-link bo-cut" onClick={() => setParams({ action: row.action })}>
                {row.words}
              </button>
              <span className="bo-cut">{row.about ?? ''}</span>
              <span className="ow-secondary">{row.ip ?? ''}</span>
            </span>
          </ListRow>
        )}
      />
    </section>
  );
}
