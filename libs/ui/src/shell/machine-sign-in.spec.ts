/** @jest-environment jsdom */
import { beforeEach, describe, expect, it } from '@jest/globals';
import { keepMachineSignIn, lastSignInWords, machineSignInWords } from './machine-sign-in.js';

const TODAY = '2026-10-29';
beforeEach(() => window.localStorage.clear());

describe('上次登录', () => {
  it('says when and where on this machine, never who', () => {
    expect(machineSignInWords(TODAY)).toBeNull();
    keepMachineSignIn('2026-10-28T09:46:00.000Z', '3 号综合窗口');
    expect(machineSignInWords(TODAY)).toBe('10-28 17:46，本机，3 号综合窗口');
    keepMachineSignIn('2026-10-28T09:46:00.000Z', null);
    expect(machineSignInWords(TODAY)).toBe('10-28 17:46，本机');
  });

  it.each(['{', '[]', '{"at":"gestern"}', '{"at":3}', '7'])('takes %s for nothing', (kept) => {
    window.localStorage.setItem('ow.last-sign-in', kept);
    expect(machineSignInWords(TODAY)).toBeNull();
  });

  it('says where the person signed in before', () => {
    expect(lastSignInWords(null)).toBeNull();
    expect(lastSignInWords({ at: '2025-10-28T09:46:00.000Z', counterName: '3 号综合窗口' })).toBe('2025-10-28 17:46，3 号综合窗口');
  });
});
