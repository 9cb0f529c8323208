import type { WorkingYear } from '@onewindow/ui';
import { useQuery } from '@tanstack/react-query';
import { api } from './api.js';

/** Changes of the calendar are rare, and the server counts by its own. */
const AN_HOUR = 3_600_000;

/** A year of the working calendar for the calendars of day inputs, asked for when one opens. */
export function useYearAtWork(year: number, wanted: boolean): WorkingYear | undefined {
  const { data } = useQuery({
    queryKey: ['working-year', year],
    queryFn: async ({ signal }): Promise<WorkingYear> => {
      const { provisional, exceptions } = await api.workingYear({ params: { year } }, { signal });
      return { provisional, exceptions: new Map(exceptions.map(({ day, working }) => [day, working])) };
    },
    enabled: wanted,
    staleTime: AN_HOUR,
  });
  return data;
}
