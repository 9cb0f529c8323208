/** @jest-environment jsdom */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { focusHome, watchFocus } from './focus-home.js';

const byId = (id: string) => document.getElementById(id) as HTMLElement;
const nextFrame = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
let stop: ReturnType<typeof watchFocus>;

beforeEach(() => {
  document.body.innerHTML = `<main tabindex="-1" id="page"><div data-ow-home tabindex="-1" id="list"></div><div id="panel"><input id="field"></div></main>`;
  // Where nothing is drawn everything counts as visible.
  HTMLElement.prototype.checkVisibility = () => true;
  stop = watchFocus();
});

afterEach(() => {
  stop();
  document.body.innerHTML = '';
});

describe('the keyboard is never nowhere', () => {
  it('goes home when the panel that had it is put away', async () => {
    byId('field').focus();
    byId('panel').remove();
    await nextFrame();
    expect(document.activeElement?.id).toBe('list');
  });

  it('goes home when Esc leaves an input', async () => {
    byId('field').focus();
    byId('field').blur();
    await nextFrame();
    expect(document.activeElement?.id).toBe('list');
  });

  it('stays with whoever points, until a key is pressed', async () => {
    byId('field').focus();
    window.dispatchEvent(new Event('pointerdown'));
    byId('panel').remove();
    await nextFrame();
    expect(document.activeElement).toBe(document.body);
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'j' }));
    document.body.append(document.createElement('p'));
    await nextFrame();
    expect(document.activeElement?.id).toBe('list');
  });

  it('leaves alone what opens instead', async () => {
    byId('field').focus();
    byId('panel').innerHTML = '<textarea id="reason"></textarea>';
    byId('reason').focus();
    await nextFrame();
    expect(document.activeElement?.id).toBe('reason');
  });

  it('is the page itself where there is no list', () => {
    byId('list').remove();
    focusHome();
    expect(document.activeElement?.id).toBe('page');
  });
});
