import type { IsoDate } from '@onewindow/domain';
import { createContext, useContext } from 'react';

/** A year as the working calendar has it: the days that differ from their weekday, and whether its notice is out (R1.2). */
export interface WorkingYear {
  provisional: boolean;
  /** True: worked though a weekend; false: off though a weekday. */
  exceptions: ReadonlyMap<IsoDate, boolean>;
}

/** Gives a year of the working calendar; undefined while it is not known. A hook: the application asks its server. */
export type UseWorkingYear = (year: number, wanted: boolean) => WorkingYear | undefined;

/** Application-wide source of the working calendar for the calendars of day inputs. */
export const WorkingYearContext = createContext<UseWorkingYear>(() => undefined);

/** The working calendar of a year, asked for only while a calendar shows it. */
export function useWorkingYear(year: number, wanted: boolean): WorkingYear | undefined {
  const useYear = useContext(WorkingYearContext);
  return useYear(year, wanted);
}
