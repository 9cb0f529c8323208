import type { SheetDocument, SheetShape } from '../../notices/index.js';

type Point = readonly [number, number];

/** Papers are as old as the demonstration itself: the same bytes at every seeding. */
const MADE_AT = '2026-01-05T01:00:00.000Z';
export const RED = '#C8352B';
export const GREY = '#5A6472';
export const BLUE = '#1F5AA6';

export function line(points: readonly Point[], width = 0.8, color?: string): SheetShape {
  return { kind: 'line', points, width, ...(color === undefined ? {} : { color }) };
}

export function dashed(points: readonly Point[], color = GREY): SheetShape {
  return { kind: 'line', points, width: 0.6, color, dashed: true };
}

export function rect(x: number, y: number, width: number, height: number, stroke = 0.8, fill?: string): SheetShape {
  return { kind: 'rect', at: [x, y], size: [width, height], width: stroke, ...(fill === undefined ? {} : { fill }) };
}

export function words(
  x: number,
  y: number,
  text: string,
  size = 11,
  more: Partial<Extract<SheetShape, { kind: 'text' }>> = {},
): SheetShape {
  return { kind: 'text', at: [x, y], text, size, ...more };
}

export function centred(x: number, y: number, text: string, size = 11, bold = false): SheetShape {
  return words(x, y, text, size, { align: 'center', bold });
}

/** The round stamp of a company or an institution, as a placeholder. */
export function stamp(x: number, y: number, text: string): SheetShape[] {
  return [
    { kind: 'circle', at: [x, y], radius: 18, width: 1.4, color: RED },
    { kind: 'circle', at: [x, y], radius: 1.6, width: 1.4, color: RED },
    words(x, y - 8, text, 9, { align: 'center', color: RED }),
    words(x, y + 9, '（演示用章）', 8, { align: 'center', color: RED }),
  ];
}

/** The title block in a drawing's lower right corner. */
export function titleBlock(x: number, y: number, rows: readonly (readonly [string, string])[]): SheetShape[] {
  const height = 8;
  return rows.flatMap(([label, value], index) => {
    const top = y + index * height;
    return [
      rect(x, top, 24, height),
      rect(x + 24, top, 56, height),
      centred(x + 12, top + 4, label, 9),
      centred(x + 52, top + 4, value, 9, index === 0),
    ];
  });
}

/** A measure between two points of a horizontal line. */
export function measure(x1: number, x2: number, y: number, text: string): SheetShape[] {
  return [
    line(
      [
        [x1, y],
        [x2, y],
      ],
      0.4,
    ),
    line(
      [
        [x1, y - 2],
        [x1, y + 2],
      ],
      0.4,
    ),
    line(
      [
        [x2, y - 2],
        [x2, y + 2],
      ],
      0.4,
    ),
    centred((x1 + x2) / 2, y - 3.2, text, 8),
  ];
}

export function sheet(title: string, across: boolean, shapes: readonly SheetShape[]): SheetDocument {
  return {
    style: 'sheet',
    title,
    number: '演示材料',
    across,
    shapes: [...shapes, words(12, across ? 202 : 290, '演示材料，非真实文件', 8, { color: GREY })],
    issuedAt: MADE_AT,
  };
}

/** The double border of a drawing. */
export function frame(): SheetShape[] {
  return [rect(10, 10, 277, 190, 0.4), rect(14, 14, 269, 182, 1.2)];
}

/** The arrow to the north. */
export function north(x: number, y: number): SheetShape[] {
  return [
    line(
      [
        [x, y + 14],
        [x, y],
      ],
      0.8,
    ),
    line(
      [
        [x - 2, y + 5],
        [x, y],
        [x + 2, y + 5],
      ],
      0.8,
    ),
    centred(x, y - 4, '北', 9),
  ];
}
