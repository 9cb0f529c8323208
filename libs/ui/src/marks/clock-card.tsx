import { clockWords, dateWords, type IsoDate } from '@onewindow/domain';
import type { ClockValue } from './clock.js';
import { Kbd } from './kbd.js';
import { Mark } from './mark.js';
import { Provisional } from './pause-words.js';
import './clock-card.css';

export interface ClockCardProps {
  /** 法定, 承诺 or 环节. */
  label: string;
  /** Null where the item has no such limit, or the period has not begun. */
  clock: ClockValue | null;
  /** What is said where there is no clock; left out, that there is no limit. */
  none?: string;
  paused?: boolean;
  /** The decision has stopped it: what is said is whether it came in time, not what is left. */
  stopped?: boolean;
  /** Today in Shanghai, to leave out the year. */
  today: IsoDate;
  /** Opens why the date is this day; the card is a button then. */
  onOpen?: () => void;
  open?: boolean;
  /** The key that opens this one, printed; the screen binds it. */
  keys?: string;
}

/** One of the three clocks of a case with its date; the yellow and red ones take their ground. */
export function ClockCard({
  label,
  clock,
  none = '无时限',
  paused = false,
  stopped = false,
  today,
  onOpen,
  open = false,
  keys,
}: ClockCardProps) {
  const inTime = stopped && clock !== null && clock.remaining >= 0;
  const tone = !clock ? 'neutral' : inTime ? 'green' : paused ? 'paused' : clock.light;
  const words = !clock ? none : inTime ? '按期决定' : clockWords(clock.remaining, { paused }).long;
  const content = (
    <>
      <span className="ow-clock-card-head">
        <span>
          {label}
          {keys ? <Kbd keys={keys} /> : null}
        </span>
        {clock ? (
          <span>
            {dateWords(clock.due, today)}
            {clock.provisional ? <Provisional /> : null}
          </span>
        ) : null}
      </span>
      <span className="ow-clock-card-words">
        {clock ? <Mark tone={tone} /> : null}
        {words}
      </span>
    </>
  );
  const className = `ow-clock-card ow-clock-card-${tone}`;
  if (!clock || !onOpen) return <div className={className}>{content}</div>;
  return (
    <button
      type="button"
      className={`${className} ow-clock-card-opens`}
      aria-expanded={open}
      aria-label={`${label}${words}，${clock.due} 到期，怎么算的`}
      onClick={onOpen}
    >
      {content}
    </button>
  );
}
