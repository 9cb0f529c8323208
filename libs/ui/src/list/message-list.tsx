import { type IsoDate } from '@onewindow/domain';
import type { MouseEvent } from 'react';
import { formatMoment } from '../format/format.js';
import { momentCell, type SheetColumn } from '../format/workbook.js';
import './message-list.css';

/** One message of the system or a colleague. */
export interface MessageItem {
  id: string;
  /** Instant. */
  at: string;
  words: string;
  read: boolean;
  /** Address of what it is about; null where the person may not open it. */
  href: string | null;
}

export interface MessageListProps {
  items: readonly MessageItem[];
  today: IsoDate;
  onOpen: (item: MessageItem) => void;
}

/** Messages as an exported sheet. */
export const MESSAGE_COLUMNS: readonly SheetColumn<Omit<MessageItem, 'href'>>[] = [
  { title: '时间', width: 18, value: ({ at }) => momentCell(at) },
  { title: '消息', width: 80, value: ({ words }) => words },
  { title: '已读', width: 8, value: ({ read }) => (read ? '已读' : '未读') },
];

/** Messages, newest first: when, what, and the way to the case; unread ones stand out and say so. */
export function MessageList({ items, today, onOpen }: MessageListProps) {
  const open = (event: MouseEvent, item: MessageItem) => {
    // Another window is the browser's own matter.
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    onOpen(item);
  };
  return (
    <ul className="ow-messages">
      {items.map((item) => (
        <li key={item.id} className={item.read ? 'ow-messages-row' : 'ow-messages-row ow-strong'}>
          <time dateTime={item.at}>{formatMoment(item.at, today)}</time>
          <span>
            {item.read ? null : <span className="ow-visually-hidden">未读：</span>}
            {item.words.replace(/。$/, '')}
          </span>
          {item.href === null ? (
            <span />
          ) : (
            <a href={item.href} onClick={(event) => open(event, item)}>
              看办件
            </a>
          )}
        </li>
      ))}
    </ul>
  );
}
