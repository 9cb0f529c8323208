import { describe, expect } from '@jest/globals';
import { LIVE_BEAT_MS } from '@onewindow/contracts';
import { accountFor, enter } from '../support/accounts.js';
import { acceptedCase, itemNamed } from '../support/case-over-api.js';
import { comeIn } from '../support/come-in.js';
import { listed, openTab, queueRow } from '../support/desk-screen.js';
import { startSwitch } from '../support/half-open.js';
import { journey, withBrowser } from '../support/journey.js';
import { listen } from '../support/live.js';
import { origin } from '../support/person.js';
import { underway } from '../support/requests.js';

withBrowser();

describe('a line that is open and dead', () => {
  journey('is noticed by its silence: the stream is opened anew and the list is true again', async (open) => {
    const line = await startSwitch(origin());
    const officer = await accountFor('审批人员', '卫生健康局');
    const clerk = await enter(await accountFor('窗口人员', '区政务服务大厅'), 1);
    const item = await itemNamed(clerk, '公共场所卫生许可');
    const elsewhere = await listen(origin(), officer);
    try {
      const { page } = await open();
      await page.clock.install();
      await comeIn(page, officer, '/back/desk?tab=pool');
      const lists = underway(page, /\/api\/task/);
      await page.goto(`${line.origin}/back/desk?tab=pool`);
      await openTab(page, '部门池');
      const first = await acceptedCase(clerk, item);
      await queueRow(page, listed(first.caseNo, first.applicant)).waitFor();

      line.silenceStreams();
      // What the line told before is read to its end: nothing of it may bring the second case.
      await page.clock.runFor(1_000);
      await lists.none();
      const began = Date.now();
      const second = await acceptedCase(clerk, item);
      // Other screens have heard of it by now; this one believes its line and has not.
      await elsewhere.heard(/^department:/, began, 10_000);
      await page.clock.runFor(LIVE_BEAT_MS);
      expect(await queueRow(page, listed(second.caseNo, second.applicant)).count()).toBe(0);
      await page.clock.runFor(2 * LIVE_BEAT_MS);
      await queueRow(page, listed(second.caseNo, second.applicant)).waitFor();

      // And the new line carries what comes next.
      const third = await acceptedCase(clerk, item);
      await page.clock.runFor(1_000);
      await queueRow(page, listed(third.caseNo, third.applicant)).waitFor();
    } finally {
      elsewhere.close();
      await line.close();
    }
  });
});
