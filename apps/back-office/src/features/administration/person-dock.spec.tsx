/** @jest-environment jsdom */
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { networkProblem, ProblemError } from '@onewindow/api-client';
import { openPage, type TestPage } from '../../../test/open-page.js';
import { api } from '../../app/api.js';
import type { StaffRow } from './administration.queries.js';
import { PersonDock } from './person-dock.js';

const PERSON = { id: 'p', name: '林芳', staffNo: '1', roles: [], department: null, hall: null, lockedUntil: null, active: true };

describe('停用账号', () => {
  let page: TestPage;
  const sent = jest.spyOn(api, 'setStaffActive');
  const show = (active: boolean) =>
    page.show(<PersonDock person={{ ...PERSON, active } as unknown as StaffRow} now={new Date()} today="2026-11-23" mayChange />);
  const wanted = () => sent.mock.calls.map(([{ body }]) => body.active);

  beforeEach(async () => {
    sent.mockReset();
    sent.mockRejectedValue(new ProblemError(networkProblem()));
    page = openPage();
    await show(true);
    await page.press('停用账号');
    await page.write('离职');
  });
  afterEach(() => page.close());

  it('sends once more what was wanted', async () => {
    await page.press('停用 林芳');
    await page.press('重试');
    expect(wanted()).toEqual([false, false]);
  });

  it('is done when the answer was lost and the list shows it: nothing is left that would switch it on again', async () => {
    await page.press('停用 林芳');
    await show(false);
    expect(page.place.textContent).toContain('林芳 的账号已经停用。');
    expect([page.button('重试'), page.button('启用')]).toEqual([undefined, undefined]);
    await page.press('收起这条消息');
    expect(page.button('启用账号')).toBeDefined();
    expect(wanted()).toEqual([false]);
  });

  it('is done when a colleague was first: the button does not turn into 启用 under the finger, nor take the reason with it', async () => {
    await show(false);
    expect(page.button('启用')).toBeUndefined();
    await page.press('收起这条消息');
    await page.press('启用账号');
    expect(page.place.querySelector('input')?.value).toBe('');
  });
});
