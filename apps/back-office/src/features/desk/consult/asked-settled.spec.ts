import { describe, expect, it } from '@jest/globals';
import { askedSettled } from './asked-settled.js';

const TODAY = '2026-11-05';
const department = { id: '1', code: '05', name: '临江区住房和城乡建设局', shortName: '住建局' };
const holder = { id: '2', name: '李伟', staffNo: 'LJ-03140' };
const doneAt = '2026-11-05T02:42:00.000Z';

describe('why a question can be withdrawn no more (R5.4)', () => {
  it.each([
    [{ status: 'done', holder, doneAt, withdrawnReason: null }, '住建局 李伟 10:42 已答复'],
    [{ status: 'deemed', holder: null, doneAt, withdrawnReason: null }, '住建局没有答复，系统 10:42 已记入'],
    [{ status: 'cancelled', holder, doneAt, withdrawnReason: '问过了' }, '向住建局的征求 10:42 已在别处撤回'],
    [{ status: 'cancelled', holder: null, doneAt, withdrawnReason: null }, '向住建局的征求 10:42 已取消'],
    [{ status: 'claimed', holder, doneAt: null, withdrawnReason: null }, '向住建局的征求现在由别人办理'],
  ] as const)('%j', (asked, words) => {
    expect(askedSettled({ department, ...asked }, TODAY)).toBe(words);
  });
});
