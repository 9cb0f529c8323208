import type { SheetDocument, SheetShape } from '../../notices/index.js';
import { BLUE, centred, dashed, frame, line, measure, north, rect, RED, sheet, titleBlock, words } from './sheet-parts.js';

/** 总平面图: the building, the new shaft, distances, the fire lane. */
export function liftSitePlan(): SheetDocument {
  const house = (x: number, y: number, name: string): SheetShape[] => [
    rect(x, y, 52, 34, 1.2, '#F0F1EE'),
    centred(x + 26, y + 17, name, 9),
  ];
  const tree = (x: number, y: number): SheetShape => ({ kind: 'circle', at: [x, y], radius: 4, width: 0.5, color: '#2A8A4E' });
  return sheet('总平面图（增设电梯）', true, [
    ...frame(),
    dashed([
      [16, 32],
      [281, 32],
    ]),
    dashed([
      [16, 46],
      [281, 46],
    ]),
    words(24, 39, '梧桐路（宽 12.0 米）', 9),
    ...measure(40, 92, 58, '15 700'),
    ...measure(92, 144, 58, '15 600'),
    ...measure(144, 196, 58, '15 700'),
    ...house(40, 64, '3 幢 1 单元'),
    ...house(92, 64, '3 幢 2 单元'),
    ...house(144, 64, '3 幢 3 单元'),
    rect(110, 98, 16, 9, 0.8),
    centred(118, 102.5, '连廊', 7),
    rect(109, 107, 18, 17, 1.6, '#E7EFF9'),
    line(
      [
        [109, 107],
        [127, 124],
      ],
      0.6,
      BLUE,
    ),
    line(
      [
        [127, 107],
        [109, 124],
      ],
      0.6,
      BLUE,
    ),
    line(
      [
        [127, 115],
        [142, 115],
      ],
      0.6,
      BLUE,
    ),
    words(144, 113, '新增电梯井道 2 200 × 2 400', 10, { color: BLUE, bold: true }),
    words(144, 119, '载重 630 kg，7 层 7 站', 8, { color: BLUE }),
    dashed(
      [
        [40, 132],
        [222, 132],
      ],
      RED,
    ),
    dashed(
      [
        [40, 144],
        [222, 144],
      ],
      RED,
    ),
    words(46, 138, '消防车通道 4.0 米', 9, { color: RED }),
    line(
      [
        [118, 124],
        [118, 154],
      ],
      0.5,
    ),
    words(121, 149, '井道外缘至 2 幢 8.6 米', 8),
    rect(40, 154, 156, 26, 1.2, '#F0F1EE'),
    centred(118, 167, '2 幢', 9),
    rect(232, 64, 38, 88, 1.2, '#F0F1EE'),
    centred(251, 108, '社区用房', 9),
    ...[70, 84, 98].map((y) => tree(30, y)),
    ...[70, 84].map((y) => tree(212, y)),
    ...north(272, 40),
    ...titleBlock(203, 164, [
      ['图名', '总平面图（增设电梯）'],
      ['设计', '临江建筑设计院'],
      ['图号', '建施-01 版次 B'],
      ['比例', '1:300'],
    ]),
  ]);
}
