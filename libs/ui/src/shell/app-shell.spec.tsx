/** @jest-environment jsdom */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { act } from 'react';
import { render, typeInto, type Rendered } from '../../test/render.js';
import { AppShell } from './app-shell.js';
import { unlockScreen } from './screen-lock.js';

const open: Rendered[] = [];
function shell(): Rendered {
  const made = render(
    <AppShell
      tabs={[]}
      place="区政务服务大厅"
      personName="李敏"
      onChangePassword={() => undefined}
      onSignOut={() => undefined}
      onUnlock={(password) => (password === 'right' ? Promise.resolve() : Promise.reject(new Error('密码不对。')))}
    >
      <p>办件</p>
    </AppShell>,
  );
  open.push(made);
  return made;
}
const isLocked = ({ container }: Rendered) => container.querySelector('[role="dialog"]') !== null;
const lockByKeys = () =>
  act(() => {
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'l', code: 'KeyL', ctrlKey: true, bubbles: true, cancelable: true }));
  });
/** What another tab of the same browser does to the common storage, and how this one hears of it. */
const otherTab = (locked: boolean) =>
  act(() => {
    if (locked) window.localStorage.setItem('ow.locked', '1');
    else window.localStorage.clear();
    window.dispatchEvent(new StorageEvent('storage', { key: locked ? 'ow.locked' : null }));
  });
const unlock = (page: Rendered, password: string) =>
  act(async () => {
    typeInto(page.container.querySelector('#ow-lock-password') as HTMLInputElement, password);
    page.container.querySelector('.ow-lock form')?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
    await Promise.resolve();
  });

describe('the lock screen', () => {
  beforeEach(() => {
    window.localStorage.clear();
    // A storage of this tab alone is no lock.
    window.sessionStorage.clear();
  });
  afterEach(() => {
    for (const page of open.splice(0)) page.unmount();
  });

  it('covers a tab that is opened afterwards', () => {
    shell();
    lockByKeys();
    // What belongs to one tab the next one does not have.
    window.sessionStorage.clear();
    expect(isLocked(shell())).toBe(true);
  });

  it('goes up and down in every tab together', async () => {
    const page = shell();
    otherTab(true);
    expect(isLocked(page)).toBe(true);
    otherTab(false);
    expect(isLocked(page)).toBe(false);
    lockByKeys();
    await unlock(page, 'wrong');
    expect(isLocked(page)).toBe(true);
    await unlock(page, 'right');
    expect([isLocked(page), window.localStorage.getItem('ow.locked')]).toEqual([false, null]);
  });

  it('does not meet the person who signs in next', () => {
    const page = shell();
    lockByKeys();
    act(() => unlockScreen());
    expect([isLocked(page), isLocked(shell())]).toEqual([false, false]);
  });
});
