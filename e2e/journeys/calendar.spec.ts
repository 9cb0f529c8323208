import { describe, expect } from '@jest/globals';
import { addCalendarDays, shanghaiToday, yearOf } from '@onewindow/domain';
import { accountFor, enter } from '../support/accounts.js';
import { picture } from '../support/browser.js';
import { comeIn } from '../support/come-in.js';
import { journey, withBrowser } from '../support/journey.js';
import { Keyboard } from '../support/keyboard.js';
import type { Person } from '../support/person.js';

withBrowser();

/** A working day a few days ahead, of a year that may still be edited. */
async function workingDayAhead(admin: Person): Promise<string> {
  const from = addCalendarDays(shanghaiToday(new Date()), 3);
  const { days } = await admin.api.getCalendarYear({ params: { year: yearOf(from) } });
  const found = days.find(({ day, working, exceptional, before }) => day >= from && working && !exceptional && before === null);
  return found?.day ?? from;
}

describe('工作日历', () => {
  journey('a day is taken off with its effect seen before, the cases it moved are opened, and it is given back', async (open) => {
    const account = await accountFor('系统管理员');
    const admin = await enter(account);
    const day = await workingDayAhead(admin);
    // Of this run alone: the product may have seen this journey before.
    const reason = `台风停工 ${Date.now() % 10_000}`;
    const { page } = await open();
    await comeIn(page, account, `/back/admin/calendar?year=${yearOf(day)}`);
    const keyboard = new Keyboard(page);

    await page.locator(`[data-day="${day}"]`).click();
    await page.getByText(/^\d[\d,]* 件日期变$/).waitFor();
    await page.getByLabel('理由，日期说明里会显示').fill(reason);
    await picture(page, 'calendar-day-chosen');
    await keyboard.press('Control+Enter');
    await page.getByText(`${day.slice(5)} 改为休息：${reason}。在办件随之重算。`).waitFor();
    await page.getByRole('listitem').filter({ hasText: reason }).filter({ hasText: '算完' }).waitFor();
    const [run] = (await admin.api.listCalendarRuns()).items;
    expect(run).toMatchObject({ words: `${day.slice(5)} 改为休息：${reason}`, state: 'finished', done: run?.total });
    expect(run?.moved).toBeGreaterThan(0);

    // The cases that moved open with their dates before and after.
    await page.getByRole('list', { name: '日期变了的办件' }).getByRole('listitem').first().waitFor();
    await page.locator(`[data-day="${day}"]`).focus();
    await keyboard.press('o');
    await page.getByText('写进本件经过').first().waitFor();
    await picture(page, 'calendar-moved');

    await page.getByRole('radio', { name: '改单日' }).click();
    await page.getByRole('listitem').filter({ hasText: reason }).getByRole('button', { name: '撤回' }).click();
    await page.getByText(/^\d[\d,]* 件日期变$/).waitFor();
    await keyboard.press('Control+Enter');
    await page.getByText(`${day.slice(5)} 按放假安排。在办件随之重算。`).waitFor();
    expect((await admin.api.getCalendarYear({ params: { year: yearOf(day) } })).days.find((one) => one.day === day)?.before).toBeNull();
  });

  journey('a notice of another year is found out before anything is written', async (open) => {
    const account = await accountFor('系统管理员');
    const admin = await enter(account);
    const next = yearOf(shanghaiToday(new Date())) + 1;
    const before = await admin.api.getCalendarYear({ params: { year: next } });
    const { page } = await open();
    await comeIn(page, account, `/back/admin/calendar?year=${next}&panel=load`);
    await page.getByLabel('国务院办公厅通知全文').fill('一、元旦：1月1日（周八）至3日放假，共4天。');
    await new Keyboard(page).press('Control+Enter');
    await page.getByText('元旦写的是共 4 天，列出的是 3 天。').waitFor();
    await page.getByText(/^缺春节、清明/).waitFor();
    expect(await page.getByRole('button', { name: /^装入 \d+ 年/ }).isDisabled()).toBe(true);
    expect(await admin.api.getCalendarYear({ params: { year: next } })).toMatchObject({ version: before.version });
  });

  journey('changed by somebody else: the notice that was pasted stays, and is counted anew before it is loaded', async (open) => {
    const account = await accountFor('系统管理员');
    const admin = await enter(account);
    const day = await workingDayAhead(admin);
    const next = yearOf(shanghaiToday(new Date())) + 1;
    const { page } = await open();
    await comeIn(page, account, `/back/admin/calendar?year=${next}&panel=load`);
    const notice = page.getByLabel('国务院办公厅通知全文');
    const pasted = '一、元旦：1月1日至3日放假，共3天。';
    await notice.fill(pasted);
    await page.getByLabel('文号').fill('国办发明电');
    await new Keyboard(page).press('Control+Enter');
    await page.getByText(/^缺春节、清明/).waitFor();

    const edit = async (kind: 'off' | 'notice') => {
      const { version } = await admin.api.getCalendarYear({ params: { year: yearOf(day) } });
      await admin.api.editCalendarDays({ body: { days: [{ day, kind, reason: '台风停工' }], expectedVersion: version } });
    };
    await edit('off');
    await page.getByText('日历刚改过，再核对').waitFor();
    expect(await notice.inputValue()).toBe(pasted);
    expect(await page.getByLabel('文号').inputValue()).toBe('国办发明电');
    await picture(page, 'calendar-changed-meanwhile');
    await edit('notice');
  });

  journey('a file that is no workbook is refused in words', async (open) => {
    const { page } = await open();
    const next = yearOf(shanghaiToday(new Date())) + 1;
    await comeIn(page, await accountFor('系统管理员'), `/back/admin/calendar?year=${next}&panel=load`);
    await page.getByRole('radio', { name: '用表格' }).click();
    const chosen = { name: '旧表.xls', mimeType: 'application/vnd.ms-excel', buffer: Buffer.from('xls') };
    await page.locator('input[type=file]').setInputFiles(chosen);
    await page.getByText('这个文件收不了。用下载的表改，存为 xlsx，5 MB 以内。').waitFor();
    await picture(page, 'calendar-no-workbook');
  });
});
