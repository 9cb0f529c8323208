import { Mark, type Tone } from '../marks/mark.js';
import './filter-chip.css';

export interface FilterChipProps {
  /** 超期, 临期, 停滞 ≥ 3 个工作日. */
  label: string;
  count?: number;
  /** The colour of its meaning; neutral filters leave it out. */
  tone?: Extract<Tone, 'green' | 'yellow' | 'red' | 'paused'>;
  /** On or off for a filter that toggles. */
  pressed?: boolean;
  onToggle?: () => void;
  /** For a filter in force: takes it away (×). */
  onRemove?: () => void;
}

/** A filter that toggles, with its count, or one in force that can be taken away. */
export function FilterChip({ label, count, tone, pressed, onToggle, onRemove }: FilterChipProps) {
  const words = count === undefined ? label : `${label} ${count}`;
  if (onRemove) {
    return (
      <button type="button" className="ow-filter-chip ow-filter-chip-set" onClick={onRemove} aria-label={`去掉筛选 ${words}`}>
        {words} <span aria-hidden="true">×</span>
      </button>
    );
  }
  return (
    <button
      type="button"
      className={`ow-filter-chip ${tone ? `ow-filter-chip-${tone}` : ''} ${pressed ? 'ow-filter-chip-on' : ''}`}
      aria-pressed={pressed ?? false}
      onClick={onToggle}
    >
      {tone ? <Mark tone={tone} /> : null}
      {words}
    </button>
  );
}
