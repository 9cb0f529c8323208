import type { Crew, JourneyItem } from './journey.js';
import { completeCase } from './journey.js';
import { SampleTable } from './statistics.js';

export interface LoadResult {
  clients: number;
  cases: number;
  seconds: number;
  times: SampleTable;
}

/**
 * Works cases with several clients at once, until the time is over or the number is reached: bounded in both.
 * @param firstSerial where applicants' serials begin
 */
export async function runClients(
  crews: readonly Crew[],
  item: JourneyItem,
  limit: { seconds: number; cases: number },
  firstSerial: number,
): Promise<LoadResult> {
  const times = new SampleTable();
  const began = performance.now();
  const deadline = began + limit.seconds * 1000;
  let serial = firstSerial;
  let cases = 0;
  const client = async (crew: Crew): Promise<void> => {
    while (performance.now() < deadline && serial - firstSerial < limit.cases) {
      serial += 1;
      await completeCase(crew, item, serial, times);
      cases += 1;
    }
  };
  await Promise.all(crews.map(client));
  return { clients: crews.length, cases, seconds: (performance.now() - began) / 1000, times };
}

/** The same reads by every client, so many times each. */
export async function runReads(crews: readonly Crew[], rounds: number): Promise<SampleTable> {
  const times = new SampleTable();
  const client = async ({ clerk, approver }: Crew): Promise<void> => {
    for (let round = 0; round < rounds; round += 1) {
      const pool = await times.time('inbox first page', () => approver.call('listTasks', { query: { tab: 'pool' } }));
      await times.time('inbox mine', () => approver.call('listTasks', { query: { tab: 'mine' } }));
      await times.time('inbox counts', () => approver.call('countTasks', {}));
      const first = pool.items[0];
      if (first) await times.time('open task', () => approver.call('getTask', { params: { id: first.id } }));
      await times.time('case search', () => clerk.call('searchCases', {}));
      await times.time('item search', () => clerk.call('searchItems', { query: { q: 'wszs' } }));
      await times.time('ready results', () => clerk.call('listReady', {}));
    }
  };
  await Promise.all(crews.map(client));
  return times;
}
