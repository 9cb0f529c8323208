import type { HallCode } from '../organisation/units.js';

/** A business of a demonstration hall. Numbers are given round the clock, so that whoever tries it out finds the kiosk open. */
export interface KindSeed {
  letter: string;
  name: string;
  priority?: boolean;
  minutes: number;
  /** Numbers of the counters that serve it. */
  counters: readonly number[];
}

const ISSUE = '出件取件';
const street = (receptions: readonly number[], issue: number): KindSeed[] => [
  { letter: 'A', name: '综合受理', minutes: 9, counters: receptions },
  { letter: 'C', name: '社保医保', minutes: 6, counters: receptions },
  { letter: 'D', name: ISSUE, minutes: 4, counters: [issue] },
  { letter: 'F', name: '高龄津贴', priority: true, minutes: 8, counters: receptions },
];

/** What each hall gives numbers for, in the order of the kiosk. */
export const KINDS = {
  'LJ-QZ': [
    { letter: 'A', name: '综合受理', minutes: 9, counters: [1, 2, 3, 4, 5, 6, 7, 8] },
    { letter: 'B', name: '企业开办', minutes: 12, counters: [3, 5, 6] },
    { letter: 'C', name: '社保医保', minutes: 6, counters: [1, 2, 3, 4, 7] },
    { letter: 'D', name: ISSUE, minutes: 4, counters: [9, 10] },
    { letter: 'E', name: '咨询', minutes: 3, counters: [1, 8] },
    { letter: 'F', name: '高龄津贴', priority: true, minutes: 8, counters: [1, 2, 3, 4, 5, 6, 7, 8] },
  ],
  'LJ-WH': street([1, 2, 3], 4),
  'LJ-JB': street([1, 2, 3], 4),
  'LJ-BY': street([1, 2, 3], 4),
} as const satisfies Record<HallCode, readonly KindSeed[]>;

/** A ticket of this morning in 区大厅: drawn so many minutes ago; with a counter it was called so many minutes ago and is done with. */
export interface TicketSeed {
  kind: string;
  priority?: boolean;
  takenAgo: number;
  served?: { counter: number; calledAgo: number; minutes: number };
}

const served = (kind: string, counter: number, takenAgo: number, calledAgo: number, minutes: number): TicketSeed => ({
  kind,
  takenAgo,
  served: { counter, calledAgo, minutes },
});

/** The queue of 区大厅 as the day stands: some were served, the others wait. In the order in which they were drawn. */
export const TODAY: readonly TicketSeed[] = [
  served('A', 2, 74, 66, 9),
  served('C', 1, 72, 63, 5),
  served('A', 4, 66, 55, 11),
  served('C', 7, 60, 49, 6),
  served('A', 8, 57, 44, 8),
  served('C', 2, 52, 40, 7),
  served('A', 6, 49, 35, 10),
  served('B', 5, 47, 30, 13),
  served('C', 4, 44, 28, 5),
  served('A', 3, 40, 24, 9),
  { ...served('A', 1, 27, 16, 7), priority: true },
  served('B', 6, 38, 12, 9),
  served('A', 5, 36, 8, 7),
  { kind: 'A', takenAgo: 33 },
  { kind: 'C', takenAgo: 31 },
  { kind: 'A', takenAgo: 29 },
  { kind: 'B', takenAgo: 26 },
  { kind: 'A', takenAgo: 22 },
  { kind: 'C', takenAgo: 19 },
  { kind: 'D', takenAgo: 17 },
  { kind: 'A', takenAgo: 15 },
  { kind: 'B', takenAgo: 14 },
  { kind: 'C', takenAgo: 12 },
  { kind: 'A', takenAgo: 11, priority: true },
  { kind: 'A', takenAgo: 9 },
  { kind: 'C', takenAgo: 7 },
  { kind: 'D', takenAgo: 6 },
  { kind: 'F', takenAgo: 5, priority: true },
  { kind: 'A', takenAgo: 4 },
  { kind: 'C', takenAgo: 3 },
  { kind: 'A', takenAgo: 1 },
];
