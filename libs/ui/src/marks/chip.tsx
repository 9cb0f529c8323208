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
  /** Colour of the shape where it differs from the words: ○ not there yet stays grey. */
  markTone?: Tone;
}

/** A word with its colour and its shape: the ground of all status words. */
export function Chip({ tone, children, shape, ground = 'tint', markTone = tone }: ChipProps) {
  return (
    <span className={`ow-chip ow-chip-${tone} ow-chip-${ground}`}>
      {shape === 'none' ? null : <Mark tone={markTone} {...(shape ? { shape } : {})} />}
      <span className="ow-chip-words">{children}</span>
    </span>
  );
}
