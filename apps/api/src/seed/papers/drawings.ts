import type { SheetDocument, SheetShape } from '../../notices/index.js';
import { centred, dashed, frame, line, measure, north, rect, RED, sheet, titleBlock, words } from './sheet-parts.js';

const WALL = 2.4;

function room(x: number, y: number, name: string, area: string): SheetShape[] {
  return [centred(x, y, name, 12), centred(x, y + 6, area, 8)];
}

function lockers(x: number, y: number, count: number): SheetShape[] {
  return Array.from({ length: count }, (_, index) => rect(x + index * 7, y, 6, 9, 0.5));
}

/** 平面图: changing rooms, showers, bath, hall, disinfection. */
export function bathFloorPlan(): SheetDocument {
  return sheet('场所平面布局图', true, [
    ...frame(),
    ...measure(40, 112, 26, '7 200'),
    ...measure(112, 184, 26, '7 200'),
    ...measure(184, 262, 26, '8 400'),
    rect(40, 34, 222, 126, WALL),
    line(
      [
        [112, 34],
        [112, 68],
      ],
      WALL,
    ),
    line(
      [
        [112, 82],
        [112, 108],
      ],
      WALL,
    ),
    line(
      [
        [184, 34],
        [184, 64],
      ],
      WALL,
    ),
    line(
      [
        [184, 80],
        [184, 108],
      ],
      WALL,
    ),
    line(
      [
        [40, 108],
        [92, 108],
      ],
      WALL,
    ),
    line(
      [
        [106, 108],
        [196, 108],
      ],
      WALL,
    ),
    line(
      [
        [210, 108],
        [262, 108],
      ],
      WALL,
    ),
    line(
      [
        [120, 108],
        [120, 160],
      ],
      WALL,
    ),
    line(
      [
        [196, 120],
        [196, 160],
      ],
      WALL,
    ),
    ...lockers(46, 37, 7),
    ...lockers(46, 96, 7),
    ...room(76, 66, '更衣室（女）', '42.6 平方米'),
    ...room(148, 66, '淋浴区', '38.0 平方米，喷头 12'),
    rect(192, 44, 62, 40, 0.8),
    rect(195, 47, 56, 34, 0.5),
    ...room(223, 60, '公共浴池', '26.4 平方米，水深 0.9 米'),
    centred(223, 97, '设备间', 10),
    ...room(80, 126, '休息区', '31.2 平方米'),
    rect(48, 138, 20, 8, 0.5),
    rect(48, 149, 20, 8, 0.5),
    centred(152, 128, '前厅 收银', 12),
    rect(132, 136, 36, 8, 0.5),
    ...room(228, 128, '消毒间', '9.2 平方米'),
    centred(152, 166, '主入口', 9),
    dashed([
      [30, 160],
      [30, 34],
    ]),
    ...north(274, 40),
    ...titleBlock(203, 168, [
      ['图名', '场所平面布局图'],
      ['比例', '1:100'],
      ['面积', '368.5 平方米'],
    ]),
  ]);
}

/** 经营场所布局及操作流程图: the kitchen, raw in, cooked out. */
export function kitchenFloorPlan(): SheetDocument {
  const flow = (points: (readonly [number, number])[]): SheetShape => ({ kind: 'line', points, width: 1.2, color: RED, dashed: true });
  return sheet('经营场所布局及操作流程图', true, [
    ...frame(),
    ...measure(36, 150, 26, '11 400'),
    ...measure(150, 256, 26, '10 600'),
    rect(36, 34, 220, 126, WALL),
    line(
      [
        [150, 34],
        [150, 92],
      ],
      WALL,
    ),
    line(
      [
        [150, 106],
        [150, 160],
      ],
      WALL,
    ),
    line(
      [
        [150, 74],
        [196, 74],
      ],
      WALL,
    ),
    line(
      [
        [208, 74],
        [256, 74],
      ],
      WALL,
    ),
    line(
      [
        [150, 116],
        [200, 116],
      ],
      WALL,
    ),
    line(
      [
        [212, 116],
        [256, 116],
      ],
      WALL,
    ),
    ...room(92, 62, '就餐区', '86.4 平方米'),
    ...[48, 76, 104].flatMap((x) => [rect(x, 84, 18, 12, 0.5), rect(x, 112, 18, 12, 0.5), rect(x, 138, 18, 12, 0.5)]),
    ...room(203, 50, '烹饪间', '24.8 平方米'),
    ...room(178, 92, '切配间', '12.0 平方米'),
    ...room(232, 92, '备餐间', '8.6 平方米'),
    ...room(180, 138, '粗加工、清洗', '14.2 平方米'),
    ...room(234, 138, '库房', '10.5 平方米'),
    flow([
      [240, 152],
      [190, 152],
      [178, 120],
      [178, 104],
    ]),
    flow([
      [178, 82],
      [178, 62],
      [196, 62],
    ]),
    flow([
      [228, 62],
      [236, 78],
      [236, 84],
    ]),
    flow([
      [222, 100],
      [140, 100],
      [130, 100],
    ]),
    words(40, 170, '虚线为食品加工流向：生进熟出', 9, { color: RED }),
    ...north(270, 40),
    ...titleBlock(203, 168, [
      ['图名', '布局及操作流程图'],
      ['比例', '1:100'],
      ['面积', '188.0 平方米'],
    ]),
  ]);
}
