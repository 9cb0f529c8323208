import { useQuery } from '@tanstack/react-query';
import type { ApiClient } from './client.js';

/** Changes of the calendar are rare, and the server counts by its own. */
const AN_HOUR = 3_600_000;

/** What differs from its weekday in a year: true, worked though a weekend; false, off though a weekday (R1.2). */
interface YearAtWork {
  provisional: boolean;
  exceptions: ReadonlyMap<string, boolean>;
}

/**
 * Makes the hook that gives a year of the working calendar to the calendars of day inputs.
 * @param api the client of the application
 * @returns a hook: (year, whether it is wanted) → the year; undefined while it is not known
 */
export function workingYearHook(api: Pick<ApiClient, 'workingYear'>) {
  return function useYearAtWork(year: number, wanted: boolean): YearAtWork | undefined {
    const { data } = useQuery({
      queryKey: ['working-year', year],
      queryFn: async ({ signal }): Promise<YearAtWork> => {
        const { provisional, exceptions } = await api.workingYear({ params: { year } }, { signal });
        return { provisional, exceptions: new Map(exceptions.map(({ day, working }) => [day, working])) };
      },
      enabled: wanted,
      staleTime: AN_HOUR,
    });
    return data;
  };
}
