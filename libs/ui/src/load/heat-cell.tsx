import { heatGround, type HeatTone } from './heat.js';
import './heat-cell.css';

export interface HeatCellProps {
  tone: HeatTone;
  count: number;
  /** Whose and which: 市场监管局，超 1–2, read aloud with the count. */
  label: string;
  selected?: boolean;
  /** Opens the cases that it counts (R10.4). */
  onOpen?: () => void;
  /** 0 for the one cell that Tab reaches, −1 for the others: arrows move inside the map. */
  tabIndex?: number;
}

/** One cell of the heat map: its ground by the count, its number openable; nothing in it is a dash. */
export function HeatCell({ tone, count, label, selected = false, onOpen, tabIndex = 0 }: HeatCellProps) {
  if (count === 0) {
    return (
      <span className="ow-heat ow-heat-none" aria-label={`${label}：0 件`} role="img">
        –
      </span>
    );
  }
  return (
    <button
      type="button"
      className={selected ? 'ow-heat ow-heat-selected' : 'ow-heat'}
      style={{ background: heatGround(tone, count) ?? undefined }}
      aria-label={`${label}：${count} 件`}
      aria-pressed={selected}
      tabIndex={tabIndex}
      onClick={onOpen}
    >
      {count}
    </button>
  );
}
