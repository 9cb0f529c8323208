import type { IsoDate } from '@onewindow/domain';
import type { ReactNode } from 'react';
import { formatMoment } from '../format/format.js';
import './timeline.css';

/** One event of a case's story (R10.1). */
export interface TimelineEvent {
  key: string;
  /** ISO instant. */
  at: string;
  /** A sentence that tells it: 市场监管局答复：同意，电梯须检验合格后使用. */
  words: ReactNode;
  /** Who and where, in a second line. */
  by?: ReactNode;
  tone?: 'normal' | 'trouble';
}

export interface TimelineProps {
  events: readonly TimelineEvent[];
  today: IsoDate;
  label?: string;
}

/** The story of a case, newest first as the server sends it: moment at the left, sentence at the right. */
export function Timeline({ events, today, label = '办件经过' }: TimelineProps) {
  return (
    <ol className="ow-timeline" aria-label={label}>
      {events.map((event) => (
        <li key={event.key} className={event.tone === 'trouble' ? 'ow-timeline-trouble' : undefined}>
          <time dateTime={event.at}>{formatMoment(event.at, today)}</time>
          <span>
            {event.words}
            {event.by ? <span className="ow-timeline-by">{event.by}</span> : null}
          </span>
        </li>
      ))}
    </ol>
  );
}
