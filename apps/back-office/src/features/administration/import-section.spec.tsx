/** @jest-environment jsdom */
import { expect, it, jest } from '@jest/globals';
import { act } from 'react';
import { openPage } from '../../../test/open-page.js';
import { api } from '../../app/api.js';
import { STAFF_KEY, type ImportReport } from './administration.queries.js';
import { ImportSection } from './import-section.js';

const REPORT = { kind: 'staff', rows: 1, valid: 1, errors: [], hints: [], passwords: [] };

it('new people stand in 人员 as soon as they are written, not after a trial', async () => {
  const imported = jest
    .spyOn(api, 'importRows')
    .mockImplementation(({ query }) => Promise.resolve({ ...REPORT, written: query?.dryRun === 'false' } as ImportReport));
  const page = openPage();
  page.client.setQueryData([...STAFF_KEY, ''], { pages: [] });
  const isStale = () => page.client.getQueryState([...STAFF_KEY, ''])?.isInvalidated;
  await page.show(<ImportSection />);
  const field = page.place.querySelector<HTMLInputElement>('input[type=file]');
  Object.defineProperty(field, 'files', { value: [new File(['x'], '人员.xlsx')] });
  await act(async () => field?.dispatchEvent(new Event('change', { bubbles: true })));
  expect([imported.mock.calls.length, isStale()]).toEqual([1, false]);
  await page.press('写入 1 行');
  expect([imported.mock.calls.length, isStale()]).toEqual([2, true]);
  page.close();
});
