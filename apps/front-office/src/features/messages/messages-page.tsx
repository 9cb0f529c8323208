import { useCommand } from '@onewindow/api-client';
import { shanghaiDateOf } from '@onewindow/domain';
import {
  Button,
  Empty,
  ErrorState,
  ExportButton,
  MESSAGE_COLUMNS,
  MessageBar,
  MessageList,
  Pane,
  SkeletonRows,
  useNow,
} from '@onewindow/ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { api } from '../../app/api.js';
import { queryClient } from '../../app/query-client.js';
import { messagePagesQuery, messagesPage } from './messages.queries.js';

/** What the system and colleagues told the clerk; each message opens its case. */
export function MessagesPage() {
  const pages = useInfiniteQuery(messagePagesQuery());
  const navigate = useNavigate();
  const today = shanghaiDateOf(useNow());
  const readAll = useCommand((_: null, keyedBy) => api.readNotifications({}, keyedBy(null)), {
    onDone: () => void queryClient.invalidateQueries({ queryKey: ['messages'] }),
  });
  const messages = pages.data?.pages.flatMap((page) => page.items) ?? [];
  const unread = pages.data?.pages[0]?.unread ?? 0;
  return (
    <Pane
      title="消息"
      words={unread > 0 ? `未读 ${unread}` : '都已读'}
      right={
        <>
          <ExportButton title="消息" unit="条" columns={MESSAGE_COLUMNS} page={messagesPage} disabled={messages.length === 0} />
          <Button
            size="small"
            label={unread > 0 ? `${unread} 条标为已读` : '标为已读'}
            disabled={unread === 0}
            busy={readAll.isPending}
            onClick={() => readAll.mutate(null)}
          />
        </>
      }
    >
      {readAll.error ? <MessageBar kind="error">{readAll.error.message}</MessageBar> : null}
      {pages.isPending ? <SkeletonRows rows={8} rowHeight={30} blocks={0} label="消息" /> : null}
      {pages.isError ? <ErrorState onRetry={() => void pages.refetch()}>{pages.error.message}</ErrorState> : null}
      {pages.isSuccess && messages.length === 0 ? (
        <Empty link={{ label: '去受理台', onOpen: () => void navigate('/counter') }}>没有消息。</Empty>
      ) : null}
      <MessageList
        items={messages.map((message) => ({ ...message, href: message.caseId ? `/front/cases/${message.caseId}` : null }))}
        today={today}
        onOpen={({ href }) => void navigate(href?.replace('/front', '') ?? '')}
      />
      {pages.hasNextPage ? (
        <div className="fo-more">
          <Button label="再取 50 条" busy={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()} />
        </div>
      ) : null}
    </Pane>
  );
}
