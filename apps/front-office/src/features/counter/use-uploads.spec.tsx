/** @jest-environment jsdom */
import { ProblemError } from '@onewindow/api-client';
import { afterEach, describe, expect, it } from '@jest/globals';
import { act, useLayoutEffect } from 'react';
import { FailedUploadLines } from '../../app/failed-upload-lines.js';
import { render } from '../../../test/render.js';
import { useUploads } from './use-uploads.js';

const DETAIL = { id: 'c1', caseNo: null, title: '望湖便利店' };
let uploads: ReturnType<typeof useUploads>;
const see = (now: typeof uploads) => {
  uploads = now;
};
let refuse: (error: Error) => void;
/** Nothing arrives until the test says so. */
const writer = { perform: () => new Promise<never>((_, reject) => (refuse = reject)) };
const opened: string[] = [];

function Desk() {
  const now = useUploads(DETAIL, writer, () => undefined);
  useLayoutEffect(() => see(now));
  return null;
}
const screen = (isOnDesk: boolean) => (
  <>
    <FailedUploadLines onOpen={(caseId) => opened.push(caseId)} />
    {isOnDesk ? <Desk /> : null}
  </>
);
const fail = () =>
  act(async () => refuse(new ProblemError({ type: 'about:blank', title: '服务没有正常答复（502）。', status: 502, code: 'x' })));
const send = () => act(async () => uploads.upload('identity', [new File(['x'], '身份证.pdf', { type: 'application/pdf' })]));

let page: ReturnType<typeof render>;
afterEach(() => page.unmount());

describe('a file on its way', () => {
  it('that fails after its case was left is told on the next screen, which leads back', async () => {
    page = render(screen(true));
    await send();
    page.update(screen(false));
    await fail();
    expect(page.container.textContent).toContain('望湖便利店：“身份证.pdf”没有收进材料，重新收。服务没有正常答复（502）。');
    act(() => [...page.container.querySelectorAll('button')].find((one) => one.textContent.includes('回到本件'))?.click());
    expect(opened).toEqual(['c1']);
    expect(page.container.textContent).toBe('');
  });

  it('that fails on the desk is told at its paper alone', async () => {
    page = render(screen(true));
    await send();
    await fail();
    expect(uploads.uploads[0]?.problem?.status).toBe(502);
    expect(page.container.textContent).toBe('');
  });
});
