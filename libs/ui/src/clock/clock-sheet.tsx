import type { ReactNode } from 'react';
import { Button } from '../actions/button.js';
import { useKeys } from '../keys/use-keys.js';
import { usePlaceFocus } from '../keys/use-place-focus.js';
import { SegmentedButtons } from '../list/segmented-buttons.js';
import './clock-sheet.css';

export const CLOCK_NAMES = { statutory: '法定', promised: '承诺', step: '环节' } as const;
export type ClockName = keyof typeof CLOCK_NAMES;

export interface ClockSheetProps {
  clock: ClockName;
  /** The clocks that there are, in the order of their cards. */
  clocks: readonly ClockName[];
  onClock: (clock: ClockName) => void;
  onClose: () => void;
  /** At which edge of the clocks' row it hangs. */
  align?: 'left' | 'right';
  children: ReactNode;
}

/** Hangs below the clocks and tells why a date is the day it is; the arrows go to the next clock, Esc leaves it. */
export function ClockSheet({ clock, clocks, onClock, onClose, align = 'right', children }: ClockSheetProps) {
  const sheet = usePlaceFocus<HTMLElement>();
  const move = (step: number) => onClock(clocks[(clocks.indexOf(clock) + step + clocks.length) % clocks.length] ?? clock);
  useKeys(
    {
      Escape: { label: '收起期限的算法', run: onClose },
      ArrowLeft: { label: '前一个期限', run: () => move(-1) },
      ArrowRight: { label: '后一个期限', run: () => move(1) },
    },
    { title: '期限怎么算的', scope: 'panel' },
  );
  return (
    <section ref={sheet} className={`ow-clock-sheet ow-clock-sheet-${align}`} aria-label="期限怎么算的" tabIndex={-1}>
      <div className="ow-clock-sheet-head">
        <SegmentedButtons
          label="哪个期限"
          options={clocks.map((value) => ({ value, label: CLOCK_NAMES[value] }))}
          value={clock}
          onChange={onClock}
        />
        <Button label="收起" size="small" keys="Escape" printOnly onClick={onClose} />
      </div>
      {children}
    </section>
  );
}
