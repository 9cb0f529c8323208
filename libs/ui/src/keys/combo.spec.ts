import { describe, expect, it } from '@jest/globals';
import { comboOf, editsText, normalCombo, typedCharacter, worksInInputs, type KeyPress } from './combo.js';

const press = (key: string, code: string, modifiers: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code,
  ctrlKey: false,
  altKey: false,
  shiftKey: false,
  metaKey: false,
  ...modifiers,
});

describe('comboOf', () => {
  it.each([
    [press('j', 'KeyJ'), 'J'],
    [press('J', 'KeyJ'), 'J'],
    [press('X', 'KeyX', { shiftKey: true }), 'Shift+X'],
    [press(' ', 'Space'), 'Space'],
    [press('?', 'Slash', { shiftKey: true }), '?'],
    [press('？', 'Slash', { shiftKey: true }), '?'],
    [press('、', 'Slash'), '/'],
    [press('+', 'Equal', { shiftKey: true }), '+'],
    [press('Enter', 'Enter', { ctrlKey: true }), 'Ctrl+Enter'],
    [press('Enter', 'Enter', { metaKey: true }), 'Ctrl+Enter'],
    [press('ArrowDown', 'ArrowDown', { altKey: true }), 'Alt+ArrowDown'],
    [press('º', 'Digit0', { altKey: true }), 'Alt+0'],
    [press('1', 'Numpad1', { altKey: true }), 'Alt+1'],
    [press('F9', 'F9'), 'F9'],
    [press('Shift', 'ShiftLeft', { shiftKey: true }), null],
    [press('Process', 'KeyJ'), null],
  ])('%j is %s', (event, combo) => {
    expect(comboOf(event)).toBe(combo);
  });

  it.each([
    ['Alt+↓', 'Alt+ArrowDown'],
    ['esc', 'Escape'],
    ['shift+x', 'Shift+X'],
    ['空格', 'Space'],
    ['+', '+'],
    ['Enter+Ctrl', 'Ctrl+Enter'],
  ])('%s is written %s', (written, combo) => {
    expect(normalCombo(written)).toBe(combo);
  });

  it('knows what works inside inputs and what belongs to the text', () => {
    expect(['Ctrl+S', 'Alt+1', 'F2', 'Shift+F3'].every(worksInInputs)).toBe(true);
    expect(['J', 'Shift+X', 'Escape', 'Enter', '?'].some(worksInInputs)).toBe(false);
    expect(editsText('Ctrl+A')).toBe(true);
    expect(editsText('Ctrl+S')).toBe(false);
  });

  it('knows what a scanner types', () => {
    expect(typedCharacter(press('4', 'Digit4'))).toBe('4');
    expect(typedCharacter(press('Enter', 'Enter'))).toBeNull();
    expect(typedCharacter(press('s', 'KeyS', { ctrlKey: true }))).toBeNull();
  });
});
