/** @jest-environment jsdom */
import { beforeEach, describe, expect, it } from '@jest/globals';
import { Button } from '@onewindow/ui';
import { act, useRef } from 'react';
import { press, render, type Rendered } from '../../../test/render.js';
import { useUncollected } from './use-uncollected.js';

const done: string[] = [];
const note = (what: string) => () => void done.push(what);

function Capture({ pages }: { pages: number }) {
  const pane = useRef<HTMLElement>(null);
  const { question, leave, stay } = useUncollected(pages, pane, { collect: note('收进'), close: note('丢掉') });
  return (
    <section ref={pane}>
      <p>{question}</p>
      <Button label="返回" keys="Escape" keyScope="panel" onClick={leave} />
      <Button label="旋转" onClick={stay} />
    </section>
  );
}

/** Clicks on what bears this name, as a mouse does. */
function click(page: Rendered, name: string): void {
  const button = [...page.container.querySelectorAll('button')].find(({ textContent }) => textContent?.startsWith(name));
  act(() => button?.querySelector('span')?.click());
}

const desk = (pages: number) => (
  <>
    <Button label="受理" keys="Ctrl+Enter" onClick={note('受理')} />
    <Button label="呼叫下一位" keys="F2" onClick={note('叫号')} />
    <Button label="换事项" keys="F3" onClick={note('换事项')} />
    <Button label="合格" keys="Y" onClick={note('合格')} />
    <Capture pages={pages} />
  </>
);

beforeEach(() => {
  done.length = 0;
});

describe('pages that were taken and not collected', () => {
  it('are collected by Ctrl+Enter, not lost to an acceptance', () => {
    const page = render(desk(2));
    press('Enter', { ctrlKey: true });
    expect(done).toEqual(['收进']);
    page.update(desk(0));
    press('Enter', { ctrlKey: true });
    expect(done).toEqual(['收进', '受理']);
    page.unmount();
  });

  it('are thrown away by a second press of the same key only', () => {
    const page = render(desk(2));
    press('F3');
    expect(page.container.textContent).toContain('拍的 2 页还没有收进材料。按 Enter 收进，再按 F3 丢掉，换下一件。');
    press('F2');
    press('Escape');
    expect(done).toEqual([]);
    press('Escape');
    expect(done).toEqual(['丢掉']);
    press('F2');
    press('F2');
    expect(done).toEqual(['丢掉', '叫号']);
    page.update(desk(0));
    press('F3');
    expect(done).toEqual(['丢掉', '叫号', '换事项']);
    page.unmount();
  });

  it('are thrown away by a second click beside them only', () => {
    const page = render(desk(3));
    click(page, '受理');
    expect(page.container.textContent).toContain('拍的 3 页还没有收进材料。按 Enter 收进，再点一次丢掉。');
    click(page, '换事项');
    expect(done).toEqual([]);
    click(page, '旋转');
    expect(page.container.textContent).not.toContain('没有收进');
    // Another row or verdict leaves the capture where it is.
    click(page, '合格');
    expect(done).toEqual(['合格']);
    done.length = 0;
    click(page, '换事项');
    expect(done).toEqual([]);
    click(page, '换事项');
    expect(done).toEqual(['换事项']);
    page.update(desk(0));
    click(page, '受理');
    expect(done).toEqual(['换事项', '受理']);
    page.unmount();
  });

  it('hold no click back while something lies over them, as the sign-in does when the session has ended', () => {
    const page = render(<div inert>{desk(3)}</div>);
    click(page, '受理');
    expect(done).toEqual(['受理']);
    page.unmount();
  });
});
