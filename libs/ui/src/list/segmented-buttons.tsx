import { useRef, type KeyboardEvent } from 'react';
import { Kbd } from '../marks/kbd.js';
import './segmented-buttons.css';

export interface SegmentedButtonsProps<V extends string> {
  /** `keys` is printed on the button; the screen binds it. */
  options: readonly { value: V; label: string; keys?: string }[];
  value: V | null;
  onChange: (value: V) => void;
  /** What is chosen, read aloud: 办理类型. */
  label: string;
  /** Takes the whole width in equal parts. */
  block?: boolean;
  disabled?: boolean;
  id?: string;
}

/** A few choices side by side, one of them on: 承诺 法定 环节. Arrow keys move inside, Tab leaves. */
export function SegmentedButtons<V extends string>({
  options,
  value,
  onChange,
  label,
  block = false,
  disabled = false,
  id,
}: SegmentedButtonsProps<V>) {
  const group = useRef<HTMLDivElement>(null);
  const chosenAt = options.findIndex((option) => option.value === value);

  function onKeyDown(event: KeyboardEvent) {
    const step =
      event.key === 'ArrowRight' || event.key === 'ArrowDown' ? 1 : event.key === 'ArrowLeft' || event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const next = (chosenAt + step + options.length) % options.length;
    const option = options[next];
    if (!option) return;
    onChange(option.value);
    group.current?.querySelectorAll('button')[next]?.focus();
  }

  return (
    <div
      ref={group}
      id={id}
      role="radiogroup"
      aria-label={label}
      className={block ? 'ow-segmented ow-segmented-block' : 'ow-segmented'}
      onKeyDown={onKeyDown}
    >
      {options.map((option, at) => (
        <button
          key={option.value}
          type="button"
          role="radio"
          aria-checked={option.value === value}
          tabIndex={at === Math.max(0, chosenAt) ? 0 : -1}
          disabled={disabled}
          className={option.value === value ? 'ow-segment ow-segment-on' : 'ow-segment'}
          aria-keyshortcuts={option.keys}
          onClick={() => onChange(option.value)}
        >
          {option.label}
          {option.keys ? <Kbd keys={option.keys} /> : null}
        </button>
      ))}
    </div>
  );
}
