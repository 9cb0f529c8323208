import { type IsoDate, isHalted, pauseOverrun, pauseEnd, SPECIAL_PROCEDURE_LABELS, type SpecialProcedureKind } from '@onewindow/domain';
import type { WorkingCalendar } from '@onewindow/domain';

/** A pause as it lies on the case: what the clocks need of a special procedure, whose whole record has a table of its own (R3.2). */
export interface StoredHalt {
  /** Of the special procedure. */
  id: string;
  kind: SpecialProcedureKind;
  start: IsoDate;
  announcedEnd: IsoDate;
  actualEnd: IsoDate | null;
  /** Where its end was put on record later than it was. */
  recordedOn?: IsoDate;
  /** It is over, and the idle days of the tasks have been told apart from it (R5.7). */
  settled?: true;
}

/** 检测: the first procedure of the case that has not ended; null when there is none. */
export function runningProcedure({ halts }: { halts: readonly StoredHalt[] | null }): string | null {
  const open = halts?.find(({ actualEnd }) => actualEnd === null);
  return open === undefined ? null : SPECIAL_PROCEDURE_LABELS[open.kind];
}

/** Why and until when the clock stands still, as screens show it. */
export interface PauseView {
  kind: string;
  label: string;
  until: IsoDate;
  overrunDays: number;
}

/** The pause that holds the clock on this day; of several the one that lasts longest. Null while the clock runs. */
export function presentPause(halts: readonly StoredHalt[] | null, today: IsoDate, calendar: WorkingCalendar): PauseView | null {
  if (halts === null) return null;
  let longest: StoredHalt | undefined;
  for (const halt of halts) {
    if (!isHalted([halt], today)) continue;
    if (!longest || pauseEnd(halt, today) > pauseEnd(longest, today)) longest = halt;
  }
  if (!longest) return null;
  return {
    kind: longest.kind,
    label: SPECIAL_PROCEDURE_LABELS[longest.kind],
    until: longest.actualEnd ?? longest.announcedEnd,
    overrunDays: pauseOverrun(longest, today, calendar),
  };
}
