/** @jest-environment jsdom */
import { describe, expect, it } from '@jest/globals';
import { render } from '../../test/render.js';
import { SignInPage } from './sign-in-page.js';

const counters = [{ id: 'one', label: '区政务服务大厅 3 号综合窗口' }];
const told = (errorAt?: 'password' | 'counter') => {
  const page = render(
    <SignInPage
      title="登录窗口系统"
      systemName="一窗"
      counters={counters}
      error="换一个窗口。"
      {...(errorAt ? { errorAt } : {})}
      onSubmit={() => Promise.resolve()}
    />,
  );
  const described = [...page.container.querySelectorAll('[aria-describedby="ow-sign-in-error"]')].map(({ id }) => id);
  const words = [...page.container.querySelectorAll('[role="alert"]')].map(({ textContent }) => textContent);
  page.unmount();
  return { described, words };
};

describe('SignInPage', () => {
  it('tells what went wrong once, at the field that mends it', () => {
    expect(told()).toEqual({ described: ['ow-sign-in-password'], words: ['换一个窗口。'] });
    expect(told('counter')).toEqual({ described: ['ow-sign-in-counter'], words: ['换一个窗口。'] });
  });
});
