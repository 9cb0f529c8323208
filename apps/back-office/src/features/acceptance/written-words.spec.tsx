/** @jest-environment jsdom */
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { networkProblem, ProblemError } from '@onewindow/api-client';
import { useKeptWords } from '@onewindow/ui';
import { act, type ComponentProps } from 'react';
import { openPage, type TestPage } from '../../../test/open-page.js';
import { api } from '../../app/api.js';
import { CommitmentsSection } from './commitments-section.js';
import { UnbroughtSection } from './unbrought-section.js';

const COMMON = { row: null, onRow: () => undefined, today: '2026-11-23' };
const CASE = {
  caseId: 'c',
  caseNo: '33010020261100001',
  title: '望湖便利店',
  itemName: '食品经营许可',
  hall: { name: '市民中心' },
  version: 1,
};
const queryOf = (item: object) => ({
  data: { pages: [{ items: [item], total: 1, counts: { late: 1 }, nextCursor: null }] },
  isPending: false,
  error: null,
});
const commitments = {
  ...COMMON,
  query: queryOf({
    ...CASE,
    code: 'lease',
    applicantName: '何建国',
    materialName: '租赁合同',
    promisedOn: '2026-11-02',
    waitingDays: 15,
    words: '属实',
    actions: [{ action: 'commitment.check', allowed: true }],
  }),
} as unknown as ComponentProps<typeof CommitmentsSection>;
const unbrought = {
  ...COMMON,
  query: queryOf({
    ...CASE,
    applicantName: '何建国',
    by: '2026-11-02',
    servedAt: null,
    materials: [],
    lastCall: null,
    clock: null,
    actions: [{ action: 'terminate', allowed: true }],
  }),
} as unknown as ComponentProps<typeof UnbroughtSection>;

describe('what is written in 受理督查', () => {
  let page: TestPage;
  const field = () => page.place.querySelector('textarea');
  const key = (name: string) =>
    act(async () => document.body.dispatchEvent(new KeyboardEvent('keydown', { key: name, code: name, bubbles: true })));
  const refused = (problem: ProblemError) => jest.spyOn(api, 'checkCommitment').mockRejectedValue(problem);
  const conflict = new ProblemError({ type: 'about:blank', title: '这件刚有变动。', status: 409, code: 'case.changed' });

  function Kept({ about }: { about: string }) {
    return <output>{useKeptWords(about)[0]}</output>;
  }
  const kept = async (about: string) => {
    await page.show(<Kept about={about} />);
    return page.place.querySelector('output')?.textContent;
  };

  beforeEach(() => {
    jest.spyOn(api, 'getCaseEvents').mockReturnValue(new Promise(() => undefined));
    page = openPage();
  });
  afterEach(() => {
    page.close();
    jest.restoreAllMocks();
  });

  it('is kept until the server has it: a finding outlasts a broken line', async () => {
    refused(new ProblemError(networkProblem()));
    await page.show(<CommitmentsSection {...commitments} />);
    await page.write('电话核实，合同属实');
    await page.press('核查属实');
    expect(await kept('c:lease:check')).toBe('电话核实，合同属实');
  });

  it('is forgotten once the server has it', async () => {
    jest.spyOn(api, 'checkCommitment').mockResolvedValue({ outcome: 'true' } as never);
    await page.show(<CommitmentsSection {...commitments} />);
    await page.write('电话核实，合同属实');
    await page.press('核查属实');
    expect(await kept('c:lease:check')).toBe('');
  });

  it('is refused in a sentence that goes away with 刷新', async () => {
    refused(conflict);
    await page.show(<CommitmentsSection {...commitments} />);
    await page.write('电话核实，合同属实');
    await page.press('核查属实');
    expect(page.place.textContent).toContain('这件刚有变动。');
    await page.press('刷新');
    expect(page.place.textContent).not.toContain('这件刚有变动。');
  });

  it('stays where Esc puts the panel away, and is gone after 不终止', async () => {
    await page.show(<UnbroughtSection {...unbrought} />);
    await page.press('终止');
    await page.write('三次电话无人接');
    await key('Escape');
    expect(field()).toBeNull();
    await page.press('终止');
    expect(field()?.value).toBe('三次电话无人接');
    await page.press('不终止');
    expect(field()).toBeNull();
    expect(await kept('c:terminate')).toBe('');
  });
});
