/** @jest-environment jsdom */
import { beforeEach, describe, expect, it } from '@jest/globals';
import { Button } from '@onewindow/ui';
import { press, render } from '../../../test/render.js';
import { useUncollected } from './use-uncollected.js';

const done: string[] = [];
const note = (what: string) => () => void done.push(what);

function Capture({ pages }: { pages: number }) {
  const { question, leave } = useUncollected(pages, { collect: note('收进'), close: note('丢掉') });
  return (
    <>
      <p>{question}</p>
      <Button label="返回" keys="Escape" keyScope="panel" onClick={leave} />
    </>
  );
}

const desk = (pages: number) => (
  <>
    <Button label="受理" keys="Ctrl+Enter" onClick={note('受理')} />
    <Button label="呼叫下一位" keys="F2" onClick={note('叫号')} />
    <Button label="换事项" keys="F3" onClick={note('换事项')} />
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
});
