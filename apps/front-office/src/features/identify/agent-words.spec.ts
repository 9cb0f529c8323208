import { describe, expect, it } from '@jest/globals';
import { readAuthorityEnd } from './agent-words.js';

describe('the last day of an authority', () => {
  it.each([
    ['20261231', 'ok', '2026-12-31'],
    ['2026-12-31', 'ok', '2026-12-31'],
    ['2026年12月31日', 'ok', '2026-12-31'],
    ['2026.11.21', 'ok', '2026-11-21'],
    ['2026-11-20', 'warn', '2026-11-20'],
    ['2026-02-30', 'bad', null],
    ['明年', 'bad', null],
    ['', 'empty', null],
  ])('%s is %s', (text, state, date) => {
    expect(readAuthorityEnd(text, '2026-11-21')).toMatchObject({ state, date });
  });
});
