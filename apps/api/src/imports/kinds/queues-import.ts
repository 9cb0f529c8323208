import { text } from '@onewindow/contracts';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { sql } from '../../platform/index.js';
import { TicketPlan } from '../../tickets/index.js';
import { type ImportKind, type ImportPlan, planOf, type Reader } from '../import-plan.js';
import {
  columnOf,
  empty,
  type FromRow,
  parts,
  readTable,
  type RecordTable,
  repeated,
  type RowFault,
  whole,
  yesNo,
} from '../record-table.js';
import type { Sheets } from '../workbook-file.js';

const MOST_ROWS = 500;
const MOST_MINUTES = 240;
const SHEET = '叫号业务';
const timeOfDay = text(5).regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, '填时刻，如 08:30；全天填 00:00 和 24:00');

const queueRow = z.object({
  hallCode: text(20),
  letter: text(1).regex(/^[A-OQ-Z]$/, '填一个大写字母；P 留给绿色通道'),
  name: text(40),
  priority: yesNo,
  minutes: whole.refine((value) => value >= 1 && value <= MOST_MINUTES, `填 1 至 ${MOST_MINUTES} 分钟`),
  opensAt: timeOfDay,
  closesAt: timeOfDay,
  counters: parts.pipe(z.array(whole).min(1, '至少填一个窗口号')),
  closedReason: empty(text(60)),
});
type QueueRow = z.output<typeof queueRow>;

export const QUEUE_TABLE: RecordTable<typeof queueRow> = {
  sheet: SHEET,
  schema: queueRow,
  columns: {
    hallCode: { title: '大厅代码', hint: '已有的大厅' },
    letter: { title: '字母', hint: '号的开头，本大厅内唯一；P 留给绿色通道；已有的更新其余各列' },
    name: { title: '业务', hint: '取号机上的名称：综合受理' },
    priority: { title: '都走绿色通道', hint: '是、否；如高龄津贴填是', choices: ['是', '否'] },
    minutes: { title: '每件分钟', hint: '估计等候时间用；当天办满 5 件后按实际平均' },
    opensAt: { title: '取号开始', hint: '08:30' },
    closesAt: { title: '取号结束', hint: '17:00；全天填 24:00' },
    counters: { title: '窗口号', hint: '办这项业务的窗口：1、2、3' },
    closedReason: { title: '暂停原因', hint: '空着就取号；填了就不取号，并显示这句' },
  },
  sample: {
    hallCode: 'LJ-WH',
    letter: 'A',
    name: '综合受理',
    priority: '否',
    minutes: '9',
    opensAt: '08:30',
    closesAt: '17:00',
    counters: '1、2、3',
    closedReason: '',
  },
};

const COUNTERS = sql<{ id: string; hallId: string; hall: string; number: number }>(
  `SELECT c.id, c.hall_id AS "hallId", h.code AS hall, c.number FROM counter c JOIN hall h ON h.id = c.hall_id WHERE h.code = ANY($1)`,
);

/** What halls give numbers for, which counters serve it and when. */
@Injectable()
export class QueuesImport implements ImportKind {
  constructor(private readonly queues: TicketPlan) {}

  async plan(sheets: Sheets, reader: Reader): Promise<ImportPlan> {
    const { records, rows, faults: unreadable } = readTable(QUEUE_TABLE, sheets, MOST_ROWS);
    const halls = [...new Set(records.map(({ value }) => value.hallCode))];
    const counters = await reader.query(COUNTERS, [halls]);
    const ownCounters = (hall: string) => counters.filter((one) => one.hall === hall);
    const faults = [
      ...unreadable,
      ...repeated(records, ({ hallCode, letter }) => `${hallCode} ${letter}`, columnOf(SHEET, '字母')),
      ...records.flatMap((record) => rowFaults(record, ownCounters(record.value.hallCode))),
    ];
    return planOf(rows, faults, async (tx) => {
      for (const [at, { value }] of records.entries()) {
        const own = ownCounters(value.hallCode);
        const { name, letter, priority, minutes, opensAt, closesAt } = value;
        const kind = { name, letter, priority, minutes, opensAt, closesAt, closedReason: value.closedReason ?? null, position: at + 1 };
        const serving = own.filter(({ number }) => value.counters.includes(number)).map(({ id }) => id);
        await this.queues.save(tx, { ...kind, hallId: own[0]?.hallId ?? '' }, serving);
      }
    });
  }
}

function rowFaults({ row, value }: FromRow<QueueRow>, own: readonly { number: number }[]): RowFault[] {
  const report = (title: string, message: string): RowFault[] => [{ row, column: columnOf(SHEET, title), message }];
  if (own.length === 0) return report('大厅代码', `没有大厅“${value.hallCode}”，或它没有窗口`);
  const unknown = value.counters.filter((number) => !own.some((counter) => counter.number === number));
  return [
    ...(unknown.length > 0 ? report('窗口号', `本大厅没有 ${unknown.join('、')} 号窗口`) : []),
    ...(value.opensAt >= value.closesAt ? report('取号结束', '结束要晚于开始') : []),
  ];
}
