import { Clock, type ClockProps } from './clock.js';
import './clock-columns.css';

export interface ClockColumnsProps {
  /** The clocks of a row, left to right: statutory, promised, step. */
  clocks: readonly ClockProps['clock'][];
  paused?: boolean;
}

/** The narrow clock columns at the right of a queue row, 52 px each, 62 from 1600 on. */
export function ClockColumns({ clocks, paused = false }: ClockColumnsProps) {
  return (
    <span className="ow-clock-columns">
      {clocks.map((clock, at) => (
        <Clock key={at} clock={clock} paused={paused} width="narrow" />
      ))}
    </span>
  );
}

/** The heads over the clock columns: 法定 承诺 环节. */
export function ClockColumnHeads({ labels }: { labels: readonly string[] }) {
  return (
    <span className="ow-clock-columns ow-clock-heads">
      {labels.map((label) => (
        <span key={label} className="ow-clock ow-clock-narrow">
          {label}
        </span>
      ))}
    </span>
  );
}
