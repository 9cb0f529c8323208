import { describe, expect } from '@jest/globals';
import { sampleIdentity } from '@onewindow/contracts';
import { accountFor, enter } from './support/accounts.js';
import { SMALL } from './support/browser.js';
import { completeDraft, itemNamed } from './support/case-over-api.js';
import { comeIn } from './support/come-in.js';
import { materialRow, missing, openItem } from './support/counter-screen.js';
import { rowsOf } from './support/database.js';
import { openTab } from './support/desk-screen.js';
import { Findings } from './support/findings.js';
import { inspect } from './support/inspection.js';
import { journey, withBrowser } from './support/journey.js';

const ITEM = '公共场所卫生许可';

withBrowser();

describe('every page can be read, reached and seen whole', () => {
  journey('(the inspection itself finds what is wrong)', async (open) => {
    const { page } = await open();
    await page.setContent(
      `<main style="width: 3000px; height: 3000px"><button style="background: #fff; color: #ddd">看不清</button>
       <p style="width: 40px; overflow: hidden; white-space: nowrap">这一句到这里就断了</p>
       <p>证件号 ${sampleIdentity(7)}，电话 13800001234</p></main>`,
    );
    const faults = (await inspect(page, 'canary')).join('\n');
    for (const expected of [
      'the page scrolls',
      'the body is wider',
      '“这一句到这里就断了” is cut',
      'color-contrast',
      'html-has-lang',
      'an unmasked number',
      'no title',
    ])
      expect(faults).toContain(expected);
  });

  journey('sign-in pages', async (open) => {
    const found = new Findings();
    const { page } = await open();
    for (const app of ['/front/', '/back/']) {
      await page.goto(app);
      await page.getByText('演示账号').waitFor();
      await found.look(page, `sign-in ${app.replaceAll('/', '')}`, { large: true });
    }
    await page.getByLabel('工号或手机号').fill('LJ-00000');
    await page.getByLabel('密码', { exact: true }).fill('wrong-password-1');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').waitFor();
    await found.look(page, 'sign-in refused');
    const { page: clerk } = await open();
    const account = await accountFor('窗口人员', '区政务服务大厅');
    await clerk.goto('/front/');
    await clerk.getByRole('button', { name: new RegExp(account.staffNo) }).click();
    await clerk.getByRole('heading', { name: `${account.name}，选今天的窗口` }).waitFor();
    await found.look(clerk, 'choose counter', { large: true });
    expect(found.all).toEqual([]);
  });

  journey('the counter', async (open) => {
    const found = new Findings();
    const account = await accountFor('窗口人员', '区政务服务大厅');
    const { page } = await open();
    await comeIn(page, account, '/front/counter', 6);
    await page.getByRole('option', { selected: true }).waitFor();
    await found.look(page, 'counter start', { large: true });
    await page.getByRole('combobox', { name: '找事项' }).fill('没有这样的事项');
    await page.getByText('没有“没有这样的事项”。', { exact: false }).waitFor();
    await found.look(page, 'counter no item');

    await openItem(page, 'ggcsws', ITEM);
    await found.look(page, 'counter empty', { large: true, wide: true });
    await page.getByLabel('信用代码号码').fill('91350100M000100Y44');
    await page.getByRole('textbox', { name: /理由/ }).waitFor();
    await materialRow(page, '卫生检测报告').click();
    await page.keyboard.press('n');
    await page.getByRole('textbox', { name: '有误的原因' }).waitFor();
    await found.look(page, 'counter fault', { large: true });

    const clerk = await enter(account, 6);
    const { draft } = await completeDraft(clerk, await itemNamed(clerk, ITEM));
    await page.goto(`/front/counter/${draft.id}`);
    await missing(page).getByText('可以受理').waitFor();
    await found.look(page, 'counter filled', { large: true });
    await page.keyboard.press('F9');
    await page.getByRole('heading', { name: '不予受理' }).waitFor();
    await found.look(page, 'counter decline', { large: true });
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.getByRole('heading', { name: '不予受理' }).waitFor({ state: 'detached' });
    await page.keyboard.press('?');
    const keys = page.getByRole('complementary', { name: '全部快捷键' });
    await keys.waitFor();
    await found.look(page, 'keys');
    await page.keyboard.press('Escape');
    await keys.waitFor({ state: 'detached' });
    await page.keyboard.press('Control+Enter');
    await page.getByRole('img', { name: /受理通知书\.pdf 第 1 页/ }).waitFor();
    await found.look(page, 'counter accepted', { large: true });
    await page.keyboard.press('Control+l');
    await page.getByRole('dialog', { name: '已锁屏' }).waitFor();
    await found.look(page, 'locked');
    expect(found.all).toEqual([]);
  });

  journey('the issue window, the search and the messages', async (open) => {
    const found = new Findings();
    const { page } = await open();
    await comeIn(page, await accountFor('区政务服务大厅出件'), '/front/issue', 9);
    const waiting = page.getByRole('region', { name: '待出件' }).getByRole('listitem');
    await waiting.first().waitFor();
    await found.look(page, 'issue empty', { large: true });
    await waiting.first().getByRole('button').click();
    await page.getByRole('region', { name: '结果预览' }).getByRole('img').waitFor();
    await page.getByRole('radio', { name: '代理人' }).click();
    await found.look(page, 'issue filled', { large: true, wide: true });

    await page.goto('/front/cases');
    const cases = page.getByRole('search').locator('xpath=following::*[@role="listitem"]');
    await cases.first().waitFor();
    await found.look(page, 'search list', { large: true });
    await page.goto('/front/cases?status=accepted');
    await cases.first().getByRole('button').click();
    await page.getByRole('list', { name: '办件经过' }).getByRole('listitem').first().waitFor();
    await found.look(page, 'search detail', { large: true, wide: true });
    for (const tab of ['材料', '申请人、表单']) {
      await page.getByRole('radio', { name: tab }).click();
      await found.look(page, `search detail ${tab}`);
    }
    await page.goto('/front/messages');
    await page.getByRole('heading', { name: '消息' }).first().waitFor();
    await found.look(page, 'front messages');
    await page.getByRole('link', { name: '改派部门' }).click();
    await found.look(page, 'reroutes', { large: true });
    expect(found.all).toEqual([]);
  });

  journey('progress on a phone', async (open) => {
    const found = new Findings();
    const { page } = await open({ ...SMALL, width: 390 });
    const [row] = await rowsOf<{ progress_token: string }>("SELECT progress_token FROM cases WHERE status = 'accepted' LIMIT 1");
    await page.goto(`/front/progress/${row?.progress_token ?? ''}`);
    await page.getByText('本页不显示个人信息。', { exact: false }).waitFor();
    await found.look(page, 'progress', { phone: true });
    await page.getByRole('button', { name: '大字' }).click();
    await found.look(page, 'progress large', { phone: true });
    await page.goto('/front/progress/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa');
    await page.getByRole('alert').waitFor();
    await found.look(page, 'progress unknown', { phone: true });
    expect(found.all).toEqual([]);
  });

  journey('the desk', async (open) => {
    const found = new Findings();
    const { page } = await open();
    await comeIn(page, await accountFor('审批人员', '规划和自然资源局'), '/back/desk');
    const queue = page.getByRole('list', { name: /^待办：/ }).getByRole('listitem');
    await queue.first().waitFor();
    await page.getByRole('textbox', { name: '审查意见' }).waitFor();
    await found.look(page, 'desk mine', { large: true, wide: true });
    for (const tab of ['表单', '文书']) {
      await page.getByRole('navigation', { name: '办件内容' }).getByRole('button', { name: tab }).click();
      await found.look(page, `desk ${tab}`);
    }
    await page.keyboard.press('e');
    await page.getByRole('region', { name: '期限怎么算的' }).getByRole('table').first().waitFor();
    await found.look(page, 'desk clock explained', { large: true });
    await page.keyboard.press('Escape');
    await page.keyboard.press('t');
    await page.getByRole('region', { name: /^转办/ }).getByRole('radio').first().waitFor();
    await found.look(page, 'desk transfer', { large: true });
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '改常用语' }).click();
    await page.getByRole('region', { name: '改常用语' }).waitFor();
    await found.look(page, 'desk phrases', { large: true });
    await page.keyboard.press('Escape');
    await page.getByRole('navigation', { name: '办件内容' }).getByRole('button', { name: '材料' }).click();
    await page.keyboard.press('v');
    await page.getByRole('button', { name: '对照', pressed: true }).waitFor();
    await found.look(page, 'desk two papers');
    await page.keyboard.press('v');
    await page.keyboard.press('s');
    await page.getByRole('combobox', { name: '事项' }).waitFor();
    await found.look(page, 'desk filters', { large: true });
    await page.keyboard.press('Escape');
    await page.keyboard.press('x');
    await page.getByRole('button', { name: /^批量办 1 件/ }).waitFor();
    await page.keyboard.press('a');
    await page
      .getByText(/^可以办 \d+ 件$|^不能办 \d+ 件$/)
      .first()
      .waitFor();
    await found.look(page, 'desk batch', { large: true, wide: true });
    await page.keyboard.press('Escape');
    await openTab(page, '部门池');
    await queue.first().waitFor();
    await page.getByRole('button', { name: '签收本件' }).waitFor();
    await found.look(page, 'desk pool', { large: true });
    await openTab(page, '征求意见');
    await found.look(page, 'desk consultations');
    await page.goto('/back/clock-work?tab=running');
    await page.getByRole('button', { name: '记一条异议' }).waitFor();
    await found.look(page, 'clock work', { large: true, wide: true });
    await page.goto('/back/done');
    await page.getByRole('heading', { name: '我的已办' }).first().waitFor();
    await found.look(page, 'done', { large: true });
    await page.goto('/back/messages');
    await page.getByRole('heading', { name: '消息' }).first().waitFor();
    await found.look(page, 'back messages');
    await page.goto('/back/password');
    await page.getByLabel('现在的密码').waitFor();
    await found.look(page, 'password');
    expect(found.all).toEqual([]);
  });

  journey('the chief’s board, and who stands in', async (open) => {
    const found = new Findings();
    const { page } = await open();
    await comeIn(page, await accountFor('首席代表', '卫生健康局'), '/back/department');
    await page.getByRole('list', { name: '看板所数的件' }).getByRole('listitem').first().waitFor();
    await found.look(page, 'department board', { large: true, wide: true });
    await page.keyboard.press('e');
    await page.getByRole('region', { name: '均衡', exact: true }).getByRole('textbox').waitFor();
    await found.look(page, 'department even out');
    await page.keyboard.press('Escape');
    await page
      .getByRole('row', { name: /罗秀兰 审批人员/ })
      .getByRole('button', { name: '移交' })
      .click();
    await page
      .getByRole('region', { name: /离岗移交$/ })
      .getByRole('group', { name: /移交后/ })
      .first()
      .waitFor();
    await found.look(page, 'department handoff');
    await page.goto('/back/delegations');
    await page.getByRole('list', { name: '本部门其他人' }).getByRole('listitem').first().waitFor();
    await found.look(page, 'delegations', { large: true });
    await page.keyboard.press('n');
    await page.getByRole('radio').first().waitFor();
    await found.look(page, 'delegation new');
    expect(found.all).toEqual([]);
  });

  journey('supervision', async (open) => {
    const found = new Findings();
    const { page } = await open();
    await comeIn(page, await accountFor('督查员'), '/back/supervision');
    await page.getByRole('list', { name: '停滞办件' }).getByRole('listitem').first().waitFor();
    await found.look(page, 'supervision', { large: true, wide: true });
    await page.keyboard.press('Control+a');
    await page.getByText(/^已选 \d+$/).waitFor();
    await page.keyboard.press('a');
    await page
      .getByRole('group', { name: /：现有 \d+ 件，改派后/ })
      .first()
      .waitFor();
    await found.look(page, 'supervision drawer', { large: true });
    await page.goto('/back/supervision?stalled=60');
    await page.getByText('没有停滞 60 个工作日以上的办件。').waitFor();
    await found.look(page, 'supervision nothing');
    // One task of a department that no other journey needs.
    await page.goto('/back/supervision?stalled=0&q=高新');
    await page.getByRole('list', { name: '停滞办件' }).getByRole('listitem').first().waitFor();
    await page.keyboard.press('x');
    await page.keyboard.press('a');
    await page.getByRole('textbox', { name: /^理由/ }).fill('人手调整');
    await page
      .getByRole('group', { name: /：现有 \d+ 件，改派后/ })
      .first()
      .waitFor();
    await page.keyboard.press('Control+Enter');
    await page.getByRole('region', { name: '改派结果' }).getByText('时限未变', { exact: false }).waitFor();
    await found.look(page, 'supervision outcome', { large: true });
    expect(found.all).toEqual([]);
  });

  journey('administration', async (open) => {
    const found = new Findings();
    for (const [duty, path, heading] of [
      ['安全管理员', '/back/admin/people', '人员'],
      ['审计员', '/back/admin/audit', '审计记录'],
    ] as const) {
      const { page } = await open();
      await comeIn(page, await accountFor(duty), path);
      await page.getByRole('list', { name: heading }).getByRole('listitem').first().waitFor();
      await found.look(page, `administration ${heading}`, { large: true });
    }
    const { page } = await open();
    await comeIn(page, await accountFor('系统管理员'), '/back/admin/imports');
    await page.getByRole('button', { name: '选 xlsx，或拖到这里' }).waitFor();
    await found.look(page, 'administration imports', { large: true });
    expect(found.all).toEqual([]);
  });
});
