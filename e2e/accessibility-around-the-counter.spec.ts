import { describe, expect } from '@jest/globals';
import { accountFor } from './support/accounts.js';
import { SMALL } from './support/browser.js';
import { comeIn } from './support/come-in.js';
import { rowOf } from './support/database.js';
import { Findings } from './support/findings.js';
import { journey, withBrowser } from './support/journey.js';

withBrowser();

describe('what stands around the counter can be read, reached and seen whole', () => {
  journey('waiting papers and the entry after an outage', async (open) => {
    const found = new Findings();
    const { page } = await open();
    await comeIn(page, await accountFor('窗口人员', '区政务服务大厅'), '/front/follow-up', 5);
    await page.getByRole('heading', { name: '补正材料' }).waitFor();
    expect(await page.title()).toBe('跟进·一窗');
    await found.look(page, 'follow-up supplement', { large: true, wide: true });
    await page.getByRole('radio', { name: '容缺' }).click();
    await page.getByRole('heading', { name: '容缺材料' }).waitFor();
    await page.keyboard.press('n');
    await page.getByPlaceholder(/写明哪里有误/).waitFor();
    await found.look(page, 'follow-up deferred', { large: true });
    await page.goto('/front/outage');
    await page.getByLabel('纸质单号').waitFor();
    await page.getByRole('option').first().waitFor();
    await found.look(page, 'outage', { large: true, wide: true });
    expect(found.all).toEqual([]);
  });

  journey('supervision of acceptance', async (open) => {
    const found = new Findings();
    const { page } = await open();
    await comeIn(page, await accountFor('督查员'), '/back/acceptance');
    for (const section of ['再次告知申请', '逾期视为受理', '久未补正', '未兑现承诺', '停机单号']) {
      await page.getByRole('radio', { name: new RegExp(`^${section}`) }).click();
      await found.look(page, `acceptance ${section}`, { large: true, wide: true });
    }
    await page.goto('/back/supervision?concluded=all');
    await page.getByRole('heading', { name: '本月办结' }).waitFor();
    await found.look(page, 'supervision of what was concluded', { large: true });
    await page.goto('/back/messages');
    await page.getByRole('link', { name: '看办件' }).first().click();
    await page.getByRole('list', { name: '办件经过' }).waitFor();
    expect(await page.title()).toBe('受理督查·一窗');
    expect(found.all).toEqual([]);
  });

  journey('a denial begins with an empty reason', async (open) => {
    const found = new Findings();
    const { page } = await open();
    await comeIn(page, await accountFor('首席代表', '卫生健康局'), '/back/desk');
    await page.getByRole('textbox', { name: '审查意见' }).waitFor();
    await page.keyboard.press('d');
    const reason = page.getByRole('textbox', { name: '不予理由' });
    await reason.waitFor();
    expect(await reason.inputValue()).toBe('');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('alert').getByText('写不予理由。').waitFor();
    await found.look(page, 'desk denial', { large: true });
    await page.keyboard.press('Escape');
    expect(found.all).toEqual([]);
  });

  journey('numbers of the system administrator', async (open) => {
    const found = new Findings();
    const { page } = await open();
    await comeIn(page, await accountFor('系统管理员'), '/back/admin/outage');
    await page.getByText('LJT-000001', { exact: false }).waitFor();
    await found.look(page, 'administration outage', { large: true });
    expect(found.all).toEqual([]);
  });

  journey('kiosk, display and the page of a ticket', async (open) => {
    const found = new Findings();
    const { page } = await open();
    await page.goto('/front/kiosk/LJ-QZ');
    await page.getByRole('button', { name: /^咨询/ }).waitFor();
    await found.look(page, 'kiosk');
    await page.getByRole('button', { name: /^咨询/ }).click();
    await page.getByLabel('身份证号码').fill('440101199002301234');
    await page.getByRole('button', { name: /^取号/ }).click();
    await page.getByRole('alert').waitFor();
    await found.look(page, 'kiosk wrong number');
    await page.getByRole('button', { name: '返回' }).click();
    await page.goto('/front/display/LJ-QZ');
    await page.getByText('号窗口').first().waitFor();
    await found.look(page, 'display');
    await page.goto('/front/display/NOPE');
    await page.getByText('没有这个大厅', { exact: false }).waitFor();
    await found.look(page, 'display of no hall');
    const { page: phone } = await open({ ...SMALL, width: 390 });
    const { token } = await rowOf<{ token: string }>("SELECT token FROM ticket WHERE status = 'waiting' LIMIT 1");
    await phone.goto(`/front/ticket/${token}`);
    await phone.getByText('本页不显示个人信息。', { exact: false }).waitFor();
    await found.look(phone, 'ticket', { phone: true });
    expect(found.all).toEqual([]);
  });
});
