/** @jest-environment jsdom */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { MaterialFault } from '@onewindow/domain';
import { Button, vault } from '@onewindow/ui';
import { press, render, type Rendered, typeInto } from '../../../test/render.js';
import { FaultEditor, NO_FAULT } from './fault-editor.js';

const done: (string | MaterialFault)[] = [];
let page: Rendered;

/** The screen beneath has Ctrl+Enter for what is final. */
const screen = (about: string | null) => (
  <>
    <Button label="补交合格" keys="Ctrl+Enter" onClick={() => done.push('补交合格')} />
    {about === null ? null : (
      <FaultEditor
        key={about}
        about={about}
        materialName="身份证"
        points={['签名', '日期']}
        initial={NO_FAULT}
        onRecord={(fault) => done.push(fault)}
        onCancel={() => done.push('不改')}
      />
    )}
  </>
);
const words = () => page.container.querySelector('input') as HTMLInputElement;
const ctrlEnter = () => press('Enter', { ctrlKey: true });

beforeEach(() => {
  for (const name of vault.names('')) vault.remove(name);
  done.length = 0;
  page = render(screen('one:fault:identity'));
});
afterEach(() => page.unmount());

describe('FaultEditor', () => {
  it('records with Ctrl+Enter and never lets it through to the page, also while nothing is told', () => {
    ctrlEnter();
    expect(done).toEqual([]);
    typeInto(words(), '已过期');
    ctrlEnter();
    expect(done).toEqual([{ points: [], words: '已过期' }]);
    page.update(screen(null));
    ctrlEnter();
    expect(done.at(-1)).toBe('补交合格');
  });

  it('keeps words and points of each paper over another row and a reload', () => {
    typeInto(words(), '已过期');
    press('2', { altKey: true });
    page.update(screen('one:fault:lease'));
    expect(words().value).toBe('');
    page.unmount();
    page = render(screen('one:fault:identity'));
    expect(words().value).toBe('已过期');
    ctrlEnter();
    expect(done).toEqual([{ points: ['日期'], words: '已过期' }]);
  });
});
