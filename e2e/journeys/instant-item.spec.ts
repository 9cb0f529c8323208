import { describe, expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { accountFor, enter } from '../support/accounts.js';
import { picture } from '../support/browser.js';
import { comeIn } from '../support/come-in.js';
import { materialRow, missing, nextStep, pdfNamed } from '../support/counter-screen.js';
import { rowOf } from '../support/database.js';
import { sign } from '../support/issue-screen.js';
import { journey, withBrowser } from '../support/journey.js';
import { Keyboard } from '../support/keyboard.js';
import { madeUpPerson } from '../support/made-up-people.js';

const ITEM = '城乡居民医保参保登记';

withBrowser();

/** O opens the file dialogue, the file is chosen there, Y says that the paper is right. */
async function handIn(page: Page, keys: Keyboard, paper: string): Promise<void> {
  await page.getByRole('region', { name: '看件' }).getByRole('heading', { name: paper }).waitFor();
  const dialogue = page.waitForEvent('filechooser');
  await keys.press('o');
  await (await dialogue).setFiles(pdfNamed(`${paper}.pdf`));
  await materialRow(page, paper).getByText('待核').waitFor();
  await keys.press('y');
  await materialRow(page, paper).locator('.ow-verdict').getByText('合格').waitFor();
}

describe('an instant item', () => {
  journey('is accepted, decided and handed over by one clerk in one sitting, with the keyboard alone', async (open) => {
    const person = madeUpPerson();
    const clerk = await accountFor('窗口人员', '望湖街道');
    const { page } = await open();
    const keys = new Keyboard(page);
    await comeIn(page, clerk, '/front/counter', 2);
    const started = Date.now();

    await page.getByRole('option', { selected: true }).waitFor();
    await keys.type('cxjmyb');
    await page.getByRole('option', { selected: true }).filter({ hasText: ITEM }).waitFor();
    await keys.press('Enter');
    await page.getByRole('heading', { level: 1, name: ITEM }).waitFor();
    const caseId = page.url().split('/').at(-1) ?? '';

    // Nobody types before the cursor stands somewhere.
    await page.waitForFunction(() => document.activeElement instanceof HTMLInputElement);
    await keys.type(person.identityNumber);
    await page.getByText('校验通过，首次来办').waitFor();
    await keys.press('Tab');
    await keys.type(person.name);
    await keys.press('Tab');
    await keys.type(person.phone);
    await keys.press('Enter');

    await handIn(page, keys, '身份证件');
    await handIn(page, keys, '城乡居民参保登记表');
    await page.waitForFunction(() => document.activeElement instanceof HTMLInputElement);
    await keys.type('临江区望湖街道');
    await keys.press('Tab', 'ArrowDown', 'Enter');
    await missing(page).getByText('可以受理').waitFor();
    await picture(page, 'instant-ready');

    await keys.press('Control+Enter');
    await nextStep(page, '当场办结').waitFor();
    await keys.press('Control+Enter');
    await nextStep(page, '去出件').waitFor();
    await picture(page, 'instant-decided');
    await keys.press('Control+Enter');

    // The applicant is the collector: nothing is typed twice.
    const collector = page.getByRole('form', { name: '取件人' });
    await collector.getByText('校验通过').waitFor();
    expect(await collector.getByLabel('姓名').inputValue()).toBe(person.name);
    await keys.press('Escape', 'y');
    await collector.getByRole('button', { name: '人证一致，已比对' }).waitFor();
    // The pen is the collector's; the clerk's hands stay on the keyboard.
    await sign(page);
    await page.getByRole('img', { name: '参保登记凭证.pdf 第 1 页' }).waitFor();
    await keys.press('Control+Enter');
    await page.getByText('已交付 1 件：参保登记凭证').waitFor();
    await picture(page, 'instant-handed-over');
    await keys.press('Control+Enter');
    await page.getByRole('combobox', { name: '找事项' }).waitFor();
    const seconds = Math.round((Date.now() - started) / 1000);

    const { api } = await enter(clerk, 2);
    const concluded = await api.getCase({ params: { id: caseId } });
    expect(concluded).toMatchObject({ status: 'concluded', decision: 'grant', decidedBy: { name: clerk.name } });
    expect(concluded.result).toMatchObject({
      electronic: true,
      denial: false,
      pickup: { collectorName: person.name, handedOverBy: { name: clerk.name } },
    });
    const { items } = await api.getCaseEvents({ params: { id: caseId } });
    const people = new Set(items.map(({ actor }) => actor.name));
    expect([...people].sort()).toEqual([clerk.name, '系统'].sort());
    const { pickups } = await rowOf<{ pickups: string }>('SELECT count(*) AS pickups FROM pickup WHERE case_id = $1', [caseId]);
    expect(Number(pickups)).toBe(1);

    process.stdout.write(`即办件一次办完：${keys.pressed} 个键，${seconds} 秒\n`);
    expect(keys.pressed).toBeLessThan(150);
    expect(seconds).toBeLessThan(120);
  });
});
