/** @jest-environment jsdom */
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { HEAT_BUCKETS } from '@onewindow/domain';
import { openPage, type TestPage } from '../../../test/open-page.js';
import { api, SESSION_KEY } from '../../app/api.js';
import { CountsStrip } from './counts-strip.js';
import { HeatMap } from './heat-map.js';
import { COUNT_GROUPS, type StalledFilter } from './stalled-filter.js';
import type { Overview } from './supervision.queries.js';

const NARROW: StalledFilter = { departmentIds: ['d2'], minStalled: 3, clock: 'step', buckets: [], holderId: 'h', q: '张' };
const counts = HEAT_BUCKETS.map(() => 12);
const row = { department: { id: 'd1', shortName: '住建局' }, counts, open: 40, onTimeRate: null, concluded: { all: 0 } };
const OVERVIEW = {
  counts: { all: 40, red: 12, today: 1, soon: 2, green: 3, paused: 4 },
  rows: [row],
  total: { ...row, department: null },
} as unknown as Overview;

describe('R10.4: a number of 督查台 opens the cases that it counts', () => {
  let page: TestPage;
  const filtered = jest.fn<(filter: StalledFilter) => void>();
  const whole: StalledFilter = { departmentIds: [], minStalled: 0, clock: 'step', buckets: [], holderId: null, q: '' };

  beforeEach(async () => {
    filtered.mockClear();
    const waiting = () => new Promise<never>(() => undefined);
    jest.spyOn(api, 'listDeemed').mockImplementation(waiting);
    jest.spyOn(api, 'listOverrideRequests').mockImplementation(waiting);
    page = openPage();
    page.client.setQueryData(SESSION_KEY, { thresholds: { stalledAfter: 3, lights: {} } });
    const common = { overview: OVERVIEW, filter: NARROW, onFilter: filtered };
    await page.show(
      <>
        <CountsStrip {...common} onExport={() => undefined} exporting={false} />
        <HeatMap {...common} onConclusions={() => undefined} />
      </>,
    );
  });
  afterEach(() => {
    page.close();
    jest.restoreAllMocks();
  });

  it('in the strip, of all departments', async () => {
    await page.press('超期');
    expect(filtered).toHaveBeenLastCalledWith({ ...whole, buckets: COUNT_GROUPS.red });
  });

  it('in the heat map, of its department and column', async () => {
    await page.press(`住建局，${HEAT_BUCKETS[0].label}`);
    expect(filtered).toHaveBeenLastCalledWith({ ...whole, departmentIds: ['d1'], buckets: [HEAT_BUCKETS[0].key] });
    await page.press('合计，在办');
    expect(filtered).toHaveBeenLastCalledWith(whole);
  });
});
