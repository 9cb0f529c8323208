import { describe, expect, it } from '@jest/globals';
import type { ItemDefinition } from '@onewindow/contracts';
import { canBeKept, withUnfit } from './unfit-values.js';

type Field = ItemDefinition['form']['properties'][string];
const field = (over: Partial<Field>): Field => ({ type: 'string', title: '字段', ...over });

describe('canBeKept', () => {
  it.each([
    [field({ type: 'integer', minimum: 1 }), 0, true],
    [field({ type: 'integer' }), 1.5, false],
    [field({ type: 'number' }), 'abc', false],
    [field({ type: 'boolean' }), 'true', false],
    [field({ maxLength: 3 }), '四个字了', true],
    [field({ format: 'phone' }), '138', true],
    [field({ format: 'identity' }), '1'.repeat(61), false],
    [field({ format: 'identity' }), '11010519491231002X', true],
    [field({ format: 'creditCode' }), '11010519491231002X', false],
    [field({}), '王小明 11010519491231002X', false],
    [field({}), undefined, true],
    [undefined, 'x', false],
  ])('%j %j: %s', (of, value, kept) => {
    expect(canBeKept({ type: 'object', properties: of ? { x: of } : {}, required: [] }, 'x', value)).toBe(kept);
  });
});

describe('withUnfit', () => {
  it('shows what can not be stored over what is stored', () => {
    expect(withUnfit({ age: 81, name: '王' }, { age: 'abc' })).toEqual({ age: 'abc', name: '王' });
    const form = { age: 81 };
    expect(withUnfit(form, {})).toBe(form);
  });
});
