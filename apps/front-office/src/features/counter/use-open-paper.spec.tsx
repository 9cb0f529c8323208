/** @jest-environment jsdom */
import { describe, expect, it, jest } from '@jest/globals';
import { act, useLayoutEffect } from 'react';
import { press, render } from '../../../test/render.js';
import { useAfterReuse } from './use-after-reuse.js';
import { useOpenPaper } from './use-open-paper.js';

let paper: ReturnType<typeof useOpenPaper>;
const seePaper = (now: typeof paper) => {
  paper = now;
};
function Papers() {
  const now = useOpenPaper('identity');
  useLayoutEffect(() => seePaper(now));
  return null;
}

describe('useOpenPaper', () => {
  it('stays at the paper whose fault is being written when a file of another one arrives', () => {
    const page = render(<Papers />);
    act(() => paper.openAt('lease'));
    act(() => paper.setFaulting('lease'));
    act(() => paper.arrive('identity', 'file-1'));
    expect(paper).toMatchObject({ open: 'lease', faulting: 'lease', arrived: null });
    act(() => paper.arrive('lease', 'file-2'));
    expect(paper).toMatchObject({ open: 'lease', arrived: 'file-2' });
    act(() => paper.openAt('identity'));
    expect(paper).toMatchObject({ open: 'identity', faulting: null });
    page.unmount();
  });
});

let noteReuse: (reused: boolean) => void;
const seeNote = (now: typeof noteReuse) => {
  noteReuse = now;
};
function Desk({ missing, goOn }: { missing: readonly { kind: 'material' | 'field' }[]; goOn: () => void }) {
  const note = useAfterReuse(missing, goOn);
  useLayoutEffect(() => seeNote(note));
  return <input aria-label="姓名" />;
}

describe('useAfterReuse', () => {
  const wanting = [{ kind: 'material' as const }, { kind: 'field' as const }];
  const allHere = [{ kind: 'field' as const }];
  const desk = () => {
    const goOn = jest.fn();
    const page = render(<Desk missing={wanting} goOn={goOn} />);
    noteReuse(true);
    return { page, goOn, settle: () => page.update(<Desk missing={[...allHere]} goOn={goOn} />) };
  };

  it('goes on once the last paper is there', () => {
    const { page, goOn, settle } = desk();
    settle();
    settle();
    expect(goOn).toHaveBeenCalledTimes(1);
    page.unmount();
  });

  it('leaves where they are whoever has pressed a key since', () => {
    const { page, goOn, settle } = desk();
    press('ArrowDown');
    settle();
    expect(goOn).not.toHaveBeenCalled();
    page.unmount();
  });

  it('takes nobody out of a field', () => {
    const { page, goOn, settle } = desk();
    act(() => page.container.querySelector('input')?.focus());
    settle();
    expect(goOn).not.toHaveBeenCalled();
    page.unmount();
  });
});
