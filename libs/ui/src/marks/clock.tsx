import { clockWords, type ClockTone, type Light } from '@onewindow/domain';
import { Chip } from './chip.js';
import './clock.css';

/** One clock as the server presents it (R1.5): `remaining` in working days, 0 on the due date, negative when over. */
export interface ClockValue {
  due: string;
  remaining: number;
  light: Light;
  provisional: boolean;
}

export interface ClockProps {
  /** Null where the item has no such limit: 无. */
  clock: Pick<ClockValue, 'remaining' | 'light'> | null;
  /** The clock stands still: dashed, ‖, the frozen remainder. */
  paused?: boolean;
  /** `wide` 剩 5 个工作日, `narrow` 剩 5 for columns whose head says 工作日. Green has no ground in a narrow column. */
  width?: 'wide' | 'narrow';
}

/** What remains of a limit, in words with shape and colour; the thresholds are the server's. */
export function Clock({ clock, paused = false, width = 'wide' }: ClockProps) {
  const narrow = width === 'narrow';
  if (!clock) return <span className={narrow ? 'ow-clock ow-clock-narrow ow-clock-none' : 'ow-clock-none'}>无</span>;
  const tone: ClockTone = paused ? 'paused' : clock.light;
  const words = clockWords(clock.remaining, { paused });
  const isQuiet = narrow && tone === 'green';
  return (
    <span className={narrow ? 'ow-clock ow-clock-narrow' : 'ow-clock'}>
      <Chip tone={tone} ground={paused ? 'dashed' : isQuiet ? 'plain' : 'tint'} {...(isQuiet ? { shape: 'none' as const } : {})}>
        {narrow ? words.short : words.long}
      </Chip>
    </span>
  );
}
