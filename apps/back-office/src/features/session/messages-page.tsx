import { useCommand } from '@onewindow/api-client';
import { endpoints, mayCall } from '@onewindow/contracts';
import { shanghaiToday } from '@onewindow/domain';
import {
  Button,
  Empty,
  ErrorState,
  ExportButton,
  formatTime,
  MESSAGE_COLUMNS,
  MessageList,
  Pane,
  SkeletonRows,
  useNow,
} from '@onewindow/ui';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { api } from '../../app/api.js';
import { ProblemBar } from '../../app/problem-bar.js';
import { placesOf } from '../../app/navigation.js';
import { notificationsPage, notificationsQuery, useSession } from './session.queries.js';

/** 消息: what others did to one's own work, newest first. */
export function MessagesPage() {
  const client = useQueryClient();
  const navigate = useNavigate();
  const today = shanghaiToday(useNow());
  const { staff } = useSession();
  const { data, error, errorUpdatedAt, isPending, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } =
    useInfiniteQuery(notificationsQuery);
  const read = useCommand(() => api.readNotifications(), { onDone: () => void client.invalidateQueries({ queryKey: ['notifications'] }) });
  const items = data?.pages.flatMap((page) => page.items) ?? [];
  const unread = data?.pages[0]?.unread ?? 0;
  const opens = new Set(placesOf(staff.roles).map(({ key }) => key));
  const addressOf = ({ taskId, caseId }: { taskId: string | null; caseId: string | null }) => {
    if (taskId && opens.has('desk')) return `/back/desk/${taskId}`;
    return caseId && mayCall(endpoints.listOverrideRequests, staff.roles) ? `/back/acceptance?case=${caseId}` : null;
  };

  return (
    <div className="bo-page">
      <Pane
        title="消息"
        words={unread > 0 ? `未读 ${unread}` : '都已读'}
        right={
          <>
            <ExportButton title="消息" unit="条" columns={MESSAGE_COLUMNS} page={notificationsPage} disabled={items.length === 0} />
            <Button
              size="small"
              label={unread > 0 ? `${unread} 条标为已读` : '标为已读'}
              disabled={unread === 0}
              busy={read.isPending}
              onClick={() => read.mutate(undefined)}
            />
          </>
        }
      >
        {read.error ? <ProblemBar problem={read.error} onRetry={() => read.mutate(undefined)} /> : null}
        {isPending ? <SkeletonRows rows={8} rowHeight={30} blocks={0} label="消息" /> : null}
        {error ? <ErrorState onRetry={() => void refetch()}>没有取到消息，{formatTime(new Date(errorUpdatedAt))}。</ErrorState> : null}
        {data && items.length === 0 ? <Empty>没有消息。改派、退回到您手上的件会写在这里。</Empty> : null}
        <MessageList
          items={items.map((item) => ({ ...item, href: addressOf(item) }))}
          today={today}
          onOpen={({ href }) => void navigate(href?.replace('/back', '') ?? '')}
        />
        {hasNextPage ? (
          <div className="bo-bars">
            <Button label="看更早的" busy={isFetchingNextPage} onClick={() => void fetchNextPage()} />
          </div>
        ) : null}
      </Pane>
    </div>
  );
}
