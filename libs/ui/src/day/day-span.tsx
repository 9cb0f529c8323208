import type { IsoDate } from '@onewindow/domain';
import { DayInput } from './day-input.js';

/** Days from one to another, both counted; null where the span is open. */
export interface DaySpan {
  from: IsoDate | null;
  to: IsoDate | null;
}

export interface DaySpanInputProps {
  /** What falls into the span, such as 收件. */
  label: string;
  value: DaySpan;
  /** The span after a day was typed or picked; asked for when an input is left, so that nothing is looked up at each key. */
  onSpan: (span: DaySpan) => void;
  size?: 'small' | 'middle';
  /** The empty inputs say 收件自 and 收件至: for where no label stands before them. */
  speaking?: boolean;
}

/** Two days to narrow a list by; neither goes past the other. */
export function DaySpanInput({ label, value, onSpan, size = 'middle', speaking = false }: DaySpanInputProps) {
  const { from, to } = value;
  const words = (end: '自' | '至') => ({ label: label + end, ...(speaking ? { placeholder: label + end } : {}) });
  return (
    <span className="ow-day-span" role="group" aria-label={label}>
      <DayInput {...words('自')} size={size} when="left" value={from} max={to} onDay={(day) => onSpan({ from: day, to })} />
      <span aria-hidden="true">—</span>
      <DayInput {...words('至')} size={size} when="left" value={to} min={from} onDay={(day) => onSpan({ from, to: day })} />
    </span>
  );
}
