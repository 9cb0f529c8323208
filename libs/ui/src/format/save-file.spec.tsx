/** @jest-environment jsdom */
import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { saveFile } from './save-file.js';

const revoked = jest.fn<(url: string) => void>();
beforeEach(() => {
  jest.useFakeTimers();
  Object.assign(URL, { createObjectURL: () => 'blob:sheet', revokeObjectURL: revoked });
});
afterEach(() => {
  jest.useRealTimers();
});

it('keeps the address of a file until the browser has taken it up, and leaves nothing in the page', () => {
  const pressed: [string, string, boolean][] = [];
  const press = jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    pressed.push([this.href, this.download, this.isConnected]);
  });
  saveFile(new Blob(['x']), '跟进.xlsx');
  expect(pressed).toEqual([['blob:sheet', '跟进.xlsx', true]]);
  jest.advanceTimersByTime(5_000);
  expect(revoked).not.toHaveBeenCalled();
  expect(document.querySelector('a')).toBeNull();
  jest.runAllTimers();
  expect(revoked).toHaveBeenCalledWith('blob:sheet');
  press.mockRestore();
});
