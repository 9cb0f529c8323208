/** @jest-environment jsdom */
import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import { HOLD_MS, KeyDispatcher } from './dispatcher.js';
import { keyLayer, KeyMap, type KeyBindings, type KeyScope } from './key-map.js';

let now = 1000;
let timer: (() => void) | null = null;
let keys: KeyMap;
let dispatcher: KeyDispatcher;

/** Presses a key on the focused element, as the browser would; says whether its own use was prevented. */
function press(key: string, init: KeyboardEventInit & { on?: EventTarget } = {}): boolean {
  const code = /^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : /^\d$/.test(key) ? `Digit${key}` : key;
  const event = new KeyboardEvent('keydown', { key, code, bubbles: true, cancelable: true, ...init });
  Object.defineProperty(event, 'timeStamp', { value: now });
  (init.on ?? document.activeElement ?? document.body).dispatchEvent(event);
  return event.defaultPrevented;
}

/** Scans a text: characters 5 ms apart; into a focused input they are typed as well. */
function scan(text: string): boolean {
  for (const character of text) {
    const prevented = press(character);
    const input = document.activeElement;
    if (input instanceof HTMLInputElement && !prevented) input.value += character;
    now += 5;
  }
  return press('Enter');
}

function passTime(): void {
  now += HOLD_MS + 1;
  const run = timer;
  timer = null;
  run?.();
}

const register = (bindings: KeyBindings, scope: KeyScope = 'page') => keys.add(keyLayer('测试', bindings, scope));
const onKeyDown = (event: KeyboardEvent) => dispatcher.handle(event);

beforeEach(() => {
  window.removeEventListener('keydown', onKeyDown, { capture: true });
  document.body.innerHTML = '<input id="text"><button id="button">按</button><input id="scan" data-ow-scan>';
  (document.activeElement as HTMLElement).blur();
  now = 1000;
  timer = null;
  keys = new KeyMap();
  dispatcher = new KeyDispatcher(keys, {
    set: (run) => {
      timer = run;
      return 1;
    },
    clear: () => {
      timer = null;
    },
  });
  window.addEventListener('keydown', onKeyDown, { capture: true });
});

const focus = (id: string) => document.getElementById(id)?.focus();

describe('letters', () => {
  it('act once it is sure that no scanner types', () => {
    const claim = jest.fn();
    register({ C: { label: '签收', run: claim } });
    expect(press('c')).toBe(true);
    expect(claim).not.toHaveBeenCalled();
    passTime();
    expect(claim).toHaveBeenCalledTimes(1);
  });

  it('both act when a person presses two at nearly the same time', () => {
    const done: string[] = [];
    register({ J: () => done.push('J'), X: () => done.push('X') });
    press('j');
    now += 20;
    press('x');
    passTime();
    expect(done).toEqual(['J', 'X']);
  });

  it('are typed, not done, inside an input', () => {
    const deny = jest.fn();
    register({ D: deny });
    focus('text');
    expect(press('d')).toBe(false);
    passTime();
    expect(deny).not.toHaveBeenCalled();
  });

  it('repeat only where they move', () => {
    const [move, claim] = [jest.fn(), jest.fn()];
    register({ J: { label: '下一件', run: move, repeat: true }, C: { label: '签收', run: claim } });
    press('j', { repeat: true });
    press('c', { repeat: true });
    expect(move).toHaveBeenCalledTimes(1);
    expect(claim).not.toHaveBeenCalled();
  });

  it('are left to the input method while it composes', () => {
    const claim = jest.fn();
    register({ C: claim });
    press('c', { isComposing: true });
    passTime();
    expect(claim).not.toHaveBeenCalled();
  });
});

describe('Ctrl, Alt and F keys', () => {
  it('act everywhere and the browser keeps its hands off', () => {
    const save = jest.fn();
    register({ 'Ctrl+S': save, F2: save });
    focus('text');
    expect(press('s', { ctrlKey: true })).toBe(true);
    expect(press('F2')).toBe(true);
    expect(save).toHaveBeenCalledTimes(2);
  });

  it('leave selecting all to the text in an input', () => {
    const all = jest.fn();
    register({ 'Ctrl+A': all });
    focus('text');
    expect(press('a', { ctrlKey: true })).toBe(false);
    document.getElementById('text')?.blur();
    expect(press('a', { ctrlKey: true })).toBe(true);
    expect(all).toHaveBeenCalledTimes(1);
  });
});

describe('a scan', () => {
  const CASE_NO = '440199202610290003187';

  it('reaches the scanner handler and triggers no verb', () => {
    const [verb, scanned] = [jest.fn(), jest.fn()];
    register({ 4: verb, 0: verb, Enter: verb });
    dispatcher.addScanner(scanned);
    expect(scan(CASE_NO)).toBe(true);
    passTime();
    expect(scanned).toHaveBeenCalledWith(CASE_NO);
    expect(verb).not.toHaveBeenCalled();
  });

  it('does not press the button that has the focus', () => {
    const click = jest.fn();
    document.getElementById('button')?.addEventListener('click', click);
    dispatcher.addScanner(() => undefined);
    focus('button');
    expect(scan('AB 12 3456')).toBe(true);
    expect(click).not.toHaveBeenCalled();
  });

  it('leaves an input as it was', () => {
    const scanned = jest.fn();
    dispatcher.addScanner(scanned);
    focus('text');
    const input = document.getElementById('text') as HTMLInputElement;
    input.value = '陈嘉敏';
    expect(scan(CASE_NO)).toBe(true);
    expect(input.value).toBe('陈嘉敏');
    expect(scanned).toHaveBeenCalledWith(CASE_NO);
  });

  it('is not what a person writes between the words of an input method, however fast', () => {
    const scanned = jest.fn();
    dispatcher.addScanner(scanned);
    focus('text');
    const input = document.getElementById('text') as HTMLInputElement;
    for (const words of ['望湖街道', '号', '房']) {
      input.value += words;
      for (const character of '302') {
        press(character);
        input.value += character;
        now += 5;
      }
    }
    expect(press('Enter')).toBe(false);
    expect(input.value).toBe('望湖街道302号302房302');
    expect(scanned).not.toHaveBeenCalled();
  });

  it('stays in a field made for scans, which takes Enter itself', () => {
    const scanned = jest.fn();
    dispatcher.addScanner(scanned);
    focus('scan');
    expect(scan(CASE_NO)).toBe(false);
    expect((document.getElementById('scan') as HTMLInputElement).value).toBe(CASE_NO);
    expect(scanned).not.toHaveBeenCalled();
  });

  it('is nobody’s without a handler: no verb, no button', () => {
    const verb = jest.fn();
    register({ 4: verb, Enter: verb });
    scan(CASE_NO);
    passTime();
    expect(verb).not.toHaveBeenCalled();
  });

  it('that ends without Enter does nothing', () => {
    const verb = jest.fn();
    register({ 1: verb });
    for (let i = 0; i < 8; i += 1) {
      press('1');
      now += 5;
    }
    passTime();
    expect(verb).not.toHaveBeenCalled();
  });

  it('goes to the next handler when the newest has no use for it', () => {
    const older = jest.fn();
    dispatcher.addScanner(older);
    const remove = dispatcher.addScanner(() => false);
    scan(CASE_NO);
    expect(older).toHaveBeenCalledTimes(1);
    remove();
  });
});

describe('Esc, Enter and locks', () => {
  it('Esc leaves the input first, then goes back', () => {
    const back = jest.fn();
    register({ Esc: back });
    focus('text');
    press('Escape');
    expect(back).not.toHaveBeenCalled();
    expect(document.activeElement).toBe(document.body);
    press('Escape');
    expect(back).toHaveBeenCalledTimes(1);
  });

  it('Enter on a button is the button’s', () => {
    const open = jest.fn();
    register({ Enter: open });
    focus('button');
    expect(press('Enter')).toBe(false);
    expect(open).not.toHaveBeenCalled();
  });

  it('a nearer scope is asked first and may pass', () => {
    const done: string[] = [];
    register({ R: () => done.push('page') });
    register({ R: () => (done.push('pane'), done.length < 2 ? undefined : false) }, 'pane');
    press('r');
    passTime();
    expect(done).toEqual(['pane']);
    press('r');
    passTime();
    expect(done).toEqual(['pane', 'pane', 'page']);
  });

  it('behind a lock nothing acts and nothing is scanned', () => {
    const [act, scanned] = [jest.fn(), jest.fn()];
    register({ 'Ctrl+S': act, J: act }, 'app');
    dispatcher.addScanner(scanned);
    const lock = register({}, 'lock');
    press('s', { ctrlKey: true });
    press('j');
    passTime();
    scan('440199202610290003187');
    expect(act).not.toHaveBeenCalled();
    expect(scanned).not.toHaveBeenCalled();
    lock.remove();
    press('s', { ctrlKey: true });
    expect(act).toHaveBeenCalledTimes(1);
  });
});
