import { useId } from 'react';

export interface WatermarkProps {
  words: string;
  /** Width of the sheet in CSS px; the words keep their size relative to it. */
  width: number;
}

/** Words repeated across a sheet, slanted, so that no part of a copy passes for the original. The bytes beneath are untouched. */
export function Watermark({ words, width }: WatermarkProps) {
  const id = useId();
  const size = Math.max(3, width * 0.026);
  const across = words.length * size * 0.86 + size * 4;
  const down = size * 9;
  return (
    <svg className="ow-watermark" width="100%" height="100%" role="img" aria-label={`水印：${words}`}>
      <defs>
        <pattern id={id} width={across} height={down} patternUnits="userSpaceOnUse" patternTransform="rotate(-28)">
          <text x={size} y={size * 2} fontSize={size}>
            {words}
          </text>
          <text x={size - across / 2} y={size * 6.5} fontSize={size}>
            {words}
          </text>
          <text x={size + across / 2} y={size * 6.5} fontSize={size}>
            {words}
          </text>
        </pattern>
      </defs>
      <rect width="100%" height="100%" fill={`url(#${id})`} />
    </svg>
  );
}
