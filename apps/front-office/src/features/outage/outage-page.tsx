import type { ItemSummary } from '@onewindow/contracts';
import { Empty, ErrorState, formatDay, MessageBar, Pane, SkeletonRows, SplitGrid, useKeptValue, useKeys, useNow } from '@onewindow/ui';
import { outageSpanWords, shanghaiDateOf } from '@onewindow/domain';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from 'react-router';
import { NO_FILTERS, writeFilters } from '../case-search/index.js';
import { canOpen, closedWords, ItemSearch, useItemSearch } from '../counter/index.js';
import { OutageForm } from './outage-form.js';
import { outageRangesQuery } from './outage.queries.js';
import './outage.css';

/** 停机补录 (R10.5): cases that were taken on pre-numbered paper while the system was down. */
export function OutagePage() {
  const navigate = useNavigate();
  const today = shanghaiDateOf(useNow());
  const { found, field } = useItemSearch();
  const [item, setItem] = useKeptValue<ItemSummary | null>('outage:item', null);
  const ranges = useQuery(outageRangesQuery);
  useKeys({ Escape: { label: '回受理台', run: () => void navigate('/counter') } }, { title: '停机补录' });
  const held = ranges.data?.items ?? [];
  const chosen = canOpen(item) ? item : null;
  return (
    <SplitGrid
      columns={[
        {
          key: 'items',
          label: '事项',
          width: [474, 640],
          content: (
            <>
              {found.isError ? <ErrorState onRetry={() => void found.refetch()}>{found.error.message}</ErrorState> : null}
              {item !== null && chosen === null ? <MessageBar kind="conflict">{closedWords(item)}</MessageBar> : null}
              <ItemSearch {...field} onChoose={setItem} busy={false} enterWords="选这个事项" />
            </>
          ),
        },
        {
          key: 'form',
          label: '补录',
          width: 'rest',
          main: true,
          content: <OutageForm ranges={held} item={chosen} onEntered={() => setItem(null)} />,
        },
        {
          key: 'ranges',
          label: '号段',
          width: [284, 360],
          content: (
            <Pane title="本大厅的号段" words={held.length > 0 ? held.length : undefined}>
              {ranges.isPending ? <SkeletonRows rows={3} blocks={0} label="号段" /> : null}
              {ranges.isError ? <ErrorState onRetry={() => void ranges.refetch()}>{ranges.error.message}</ErrorState> : null}
              {ranges.isSuccess && held.length === 0 ? <Empty>没有领用过停机用的纸质单。请系统管理员或督查员登记号段。</Empty> : null}
              <ul className="fo-outage-ranges">
                {held.map((range) => (
                  <li key={range.id}>
                    <span className="ow-number">{`${range.firstNo} 至 ${range.lastNo}`}</span>
                    <span className="ow-secondary ow-small">
                      {`${formatDay(range.handedOutOn, today)} 领用，`}
                      {range.used > 0 && range.opens ? (
                        <Link to={{ pathname: '/cases', search: writeFilters({ ...NO_FILTERS, q: outageSpanWords(range) }).toString() }}>
                          {`已补录 ${range.used}`}
                        </Link>
                      ) : (
                        `已补录 ${range.used}`
                      )}
                    </span>
                  </li>
                ))}
              </ul>
            </Pane>
          ),
        },
      ]}
    />
  );
}
