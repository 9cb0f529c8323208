import { describe, expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { accountFor } from '../support/accounts.js';
import { picture } from '../support/browser.js';
import { comeIn } from '../support/come-in.js';
import { journey, withBrowser } from '../support/journey.js';
import { keptOnDisk } from '../support/vault.js';
import { sheetRows } from '../support/sheet.js';

withBrowser();

/** Presses 导出. @returns the sheet's rows, its heads first */
async function exported(page: Page, title: string): Promise<string[][]> {
  const button = page.getByRole('button', { name: '导出', exact: true });
  const [sheet] = await Promise.all([page.waitForEvent('download'), button.click()]);
  expect(sheet.suggestedFilename()).toMatch(new RegExp(`^${title} \\d{4}-\\d\\d-\\d\\d \\d{4}\\.xlsx$`));
  return await sheetRows(await sheet.path());
}

describe('lists as sheets', () => {
  journey('受理督查 exports each section with all its rows; a reason outlasts a reload', async (open) => {
    const { page } = await open();
    await comeIn(page, await accountFor('督查员'), '/back/acceptance?section=deemed');
    const deemed = await exported(page, '逾期视为受理');
    expect(deemed[0]).toEqual(['编号', '事项', '大厅', '办件', '部门', '收件日', '应当答复', '系统记入']);
    const count = Number(/\d+/.exec(await page.getByText(/^逾期视为受理 \d+$/).innerText())?.[0]);
    expect(deemed).toHaveLength(count + 1);

    await page.getByText(/^未兑现承诺 \d+$/).click();
    const [heads, first] = await exported(page, '未兑现的容缺承诺');
    expect(heads).toEqual(['编号', '事项', '大厅', '申请人', '信用等级', '材料', '承诺日', '记为未兑现', '交来日']);
    expect(first?.[6]).toMatch(/^\d{4}-\d\d-\d\d$/);

    const reason = page.getByLabel('恢复的理由');
    await reason.fill('材料已补，情有可原');
    await keptOnDisk(page, 'words:', '材料已补，情有可原');
    await page.reload();
    await reason.waitFor();
    expect(await reason.inputValue()).toBe('材料已补，情有可原');
    await picture(page, 'acceptance-promises-1366');
  });

  journey('人员, 代理授权, 消息 and 改派部门 export what they list', async (open) => {
    const { page: people } = await open();
    await comeIn(people, await accountFor('系统管理员'), '/back/admin/people?q=林');
    const staff = await exported(people, '人员');
    expect(staff[0]).toEqual(['工号', '姓名', '岗位', '部门', '大厅', '状态']);
    expect(staff.slice(1).map(([, name]) => name)).toContain('林晓雯');
    expect(staff.slice(1).every(([no, name]) => `${no}${name}`.includes('林'))).toBe(true);

    const { page: chief } = await open();
    await comeIn(chief, await accountFor('首席代表', '卫生健康局'), '/back/delegations');
    expect((await exported(chief, '代理授权'))[0]?.slice(0, 5)).toEqual(['不在岗', '代办人', '从', '到', '现状']);
    await chief.goto('/back/messages');
    expect((await exported(chief, '消息'))[0]).toEqual(['时间', '消息', '已读']);

    const { page: clerk } = await open();
    await comeIn(clerk, await accountFor('窗口人员', '区政务服务大厅'), '/front/reroutes', 3);
    const [heads, ...rows] = await exported(clerk, '改派部门');
    expect(heads?.slice(3, 6)).toEqual(['拒签的部门', '环节', '拒签理由']);
    expect(rows.every((row) => row[4] !== '')).toBe(true);
    expect(rows.length).toBeGreaterThan(0);
  });
});
