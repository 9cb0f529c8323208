import type { ReactNode } from 'react';
import { Mark, type MarkShape, type Tone } from './mark.js';
import './chip.css';

export interface ChipProps {
  tone: Tone;
  children: ReactNode;
  /** The shape before the word; `none` leaves it out. By default the tone's own. */
  shape?: MarkShape | 'none';
  /** `tint` coloured ground, `outline` white with a border, `dashed` white with a dashed border, `plain` without ground. */
  ground?: 'tint' | 'outline' | 'dashed' | 'plain';
  title?: string;
  className?: string;
}

/** A word with its colour and its shape: the ground of all status words. */
export function Chip({ tone, children, shape, ground = 'tint', title, className }: ChipProps) {
  const classes = ['ow-chip', `ow-chip-${tone}`, `ow-chip-${ground}`, className].filter(Boolean).join(' ');
  return (
    <span className={classes} title={title}>
      {shape === 'none' ? null : <Mark tone={tone} {...(shape ? { shape } : {})} />}
      <span className="ow-chip-words">{children}</span>
    </span>
  );
}
