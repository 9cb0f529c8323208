import { describe, expect, it } from '@jest/globals';
import { keyLayer, KeyMap } from './key-map.js';

const nothing = () => undefined;

describe('KeyMap', () => {
  it('asks the nearest scope first, within one the newest', () => {
    const keys = new KeyMap();
    const [app, older, newer, pane] = [nothing, () => 1, () => 2, () => 3];
    keys.add(keyLayer('屏', { R: pane }, 'pane'));
    keys.add(keyLayer('各处', { R: app }, 'app'));
    keys.add(keyLayer('页', { R: older }));
    keys.add(keyLayer('页', { R: newer }));
    expect(keys.candidates('R').map((binding) => binding.run)).toEqual([pane, newer, older, app]);
  });

  it('prints keys of one meaning together, hidden ones not, in the order of the screen', () => {
    const keys = new KeyMap();
    keys.add(keyLayer('各处', { '?': { label: '全部快捷键', run: nothing } }, 'app'));
    keys.add(keyLayer('待办', { 'J ArrowDown': { label: '下一件', run: nothing }, C: { label: '签收', run: nothing }, Q: nothing }));
    keys.add(keyLayer('待办', { 'Ctrl+Enter': { label: '审查通过', run: nothing } }));
    expect(keys.list()).toEqual([
      {
        title: '待办',
        keys: [
          { label: '下一件', combos: ['J', 'ArrowDown'] },
          { label: '签收', combos: ['C'] },
          { label: '审查通过', combos: ['Ctrl+Enter'] },
        ],
      },
      { title: '各处', keys: [{ label: '全部快捷键', combos: ['?'] }] },
    ]);
  });

  it('lets nothing through a lock but what stands over it', () => {
    const keys = new KeyMap();
    keys.add(keyLayer('各处', { 'Alt+0': { label: '大字模式', run: nothing, overLock: true }, '?': nothing }, 'app'));
    keys.add(keyLayer('锁屏', {}, 'lock'));
    expect([keys.candidates('Alt+0').length, keys.candidates('?').length]).toEqual([1, 0]);
  });

  it('forgets what left the screen', () => {
    const keys = new KeyMap();
    const layer = keys.add(keyLayer('页', { J: nothing }));
    layer.replace(keyLayer('页', { K: nothing }));
    expect([keys.candidates('J').length, keys.candidates('K').length]).toEqual([0, 1]);
    layer.remove();
    expect(keys.candidates('K')).toEqual([]);
  });
});
