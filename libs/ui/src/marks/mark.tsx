import './mark.css';

/** The shapes that stand beside every colour: ● in order, ▲ due, ■ wrong, ○ not there yet, ‖ paused. */
export type MarkShape = 'dot' | 'triangle' | 'square' | 'ring' | 'bars';
/** The meaning that a colour carries. */
export type Tone = 'green' | 'yellow' | 'red' | 'accent' | 'neutral' | 'paused';

const PATHS: Record<MarkShape, string> = {
  dot: 'M4 0a4 4 0 1 1 0 8a4 4 0 1 1 0-8z',
  triangle: 'M4 .4L8 7.6H0z',
  square: 'M.3.3h7.4v7.4H.3z',
  ring: 'M4 .2a3.8 3.8 0 1 1 0 7.6a3.8 3.8 0 1 1 0-7.6zM4 1.7a2.3 2.3 0 1 0 0 4.6a2.3 2.3 0 1 0 0-4.6z',
  bars: 'M1 .5h2v7H1zM5 .5h2v7H5z',
};

const SHAPE_OF_TONE: Record<Tone, MarkShape> = {
  green: 'dot',
  yellow: 'triangle',
  red: 'square',
  accent: 'dot',
  neutral: 'ring',
  paused: 'bars',
};

export interface MarkProps {
  tone: Tone;
  /** The shape; by default the one that belongs to the tone. */
  shape?: MarkShape;
}

/** A small shape in the colour of its meaning. Decorative: the word beside it says the same. */
export function Mark({ tone, shape = SHAPE_OF_TONE[tone] }: MarkProps) {
  return (
    <svg className={`ow-mark ow-mark-${tone}`} viewBox="0 0 8 8" aria-hidden="true" focusable="false">
      <path d={PATHS[shape]} fillRule="evenodd" />
    </svg>
  );
}
